package org.evenkeel.suite.bisect;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.suite.ab.command.RecordedPairs;
import org.evenkeel.suite.ab.verdict.SequentialRule;
import org.evenkeel.suite.ab.verdict.Standing;
import org.evenkeel.suite.ab.verdict.replay.Fate;
import org.evenkeel.suite.ab.verdict.replay.PairPool;
import org.evenkeel.suite.bisect.CommitSearch.Answer;

/**
 * How often a search names the right commit, and how long it measures: {@code SearchRates BLOCKS... }, with blocks of unchanged code as
 * {@code ab --self-test} takes them.
 *
 * <p>Draws four of the benchmarks as the forms of a path, and a line of 64 commits of which eight reach it and one of these slows it down. Each
 * comparison gets blocks that were recorded, and the time that the command gives it.
 */
public final class SearchRates {

    private static final int SEARCHES = 2_000;
    private static final int COMMITS = 64;
    private static final int REACHING = 8;
    private static final int FORMS = 4;
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final Duration ENDS = STEP.multipliedBy(Bisect.STEPS_FOR_THE_ENDS);
    private static final long SEED = 20_261_130;

    private final List<PairPool> pools;
    private final SplittableRandom random = new SplittableRandom(SEED);

    private SearchRates(List<PairPool> pools) {
        this.pools = pools;
    }

    /** How a search ended. */
    private enum End {
        RIGHT,
        WRONG,
        /** Several are left. */
        SEVERAL,
        /** The bad end is not known to be slower. */
        NOT_SEEN
    }

    private record Search(End end, Duration time, int measured) {}

    private record Suspect(PairPool pool, double relative) {}

    /** Prints a line for each slowdown. */
    public static void main(String[] args) {
        List<PairPool> pools =
                RecordedPairs.at(List.of(args).stream().map(Path::of).toList(), Duration.ofSeconds(7));
        System.out.printf(
                Locale.ROOT,
                "%,d searches each, %d commits of which %d reach the path, %d benchmarks recorded%n",
                SEARCHES,
                COMMITS,
                REACHING,
                pools.size());
        for (double slowdown : new double[] {0.05, 0.1, 0.2, 0.5, 1}) {
            SearchRates rates = new SearchRates(pools);
            List<Search> searches = new ArrayList<>();
            for (int i = 0; i < SEARCHES; i++) {
                searches.add(rates.search(slowdown));
            }
            print(slowdown, searches);
        }
    }

    private static void print(double slowdown, List<Search> searches) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%+.0f %%:", 100 * slowdown));
        for (End end : End.values()) {
            line.append(String.format(
                    Locale.ROOT,
                    " %s %.1f %%",
                    end.name().toLowerCase(Locale.ROOT),
                    100.0
                            * searches.stream()
                                    .filter(search -> search.end() == end)
                                    .count()
                            / searches.size()));
        }
        List<Duration> times = searches.stream().map(Search::time).sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%s; %d min measured (median; 90 %% in %d min), %d commits%n",
                line,
                Math.round(times.get(times.size() / 2).toSeconds() / 60.0),
                Math.round(times.get(times.size() * 9 / 10).toSeconds() / 60.0),
                searches.stream()
                        .mapToInt(Search::measured)
                        .sorted()
                        .skip(searches.size() / 2)
                        .findFirst()
                        .orElse(0));
    }

    private Search search(double slowdown) {
        TreeSet<Integer> reaching = new TreeSet<>();
        while (reaching.size() < REACHING) {
            reaching.add(random.nextInt(COMMITS));
        }
        int culprit = List.copyOf(reaching).get(random.nextInt(REACHING));
        Duration time = Duration.ZERO;
        List<PairPool> forms = random.ints(0, pools.size())
                .distinct()
                .limit(FORMS)
                .mapToObj(pools::get)
                .toList();
        SequentialRule ends = SequentialRule.of(SequentialRule.OPTIONS, FORMS);
        List<Fate> fates =
                forms.stream().map(pool -> fate(ends, pool, slowdown)).toList();
        int most = Fate.roundsWithin(fates, ENDS);
        int rounds = fates.stream()
                .filter(fate -> fate.standing() instanceof Standing.Worse)
                .mapToInt(Fate::blocks)
                .filter(blocks -> blocks <= most)
                .min()
                .orElse(most);
        time = time.plus(Fate.ofRounds(fates, rounds));
        Optional<Suspect> worst = Optional.empty();
        for (int form = 0; form < FORMS; form++) {
            if (fates.get(form).blocks() <= rounds && fates.get(form).standing() instanceof Standing.Worse worse) {
                Suspect suspect = new Suspect(
                        forms.get(form), Math.expm1(worse.look().estimate().difference()));
                worst = worst.filter(other -> other.relative() >= suspect.relative())
                        .or(() -> Optional.of(suspect));
            }
        }
        if (worst.isEmpty()) {
            return new Search(End.NOT_SEEN, time, 1);
        }
        CommitSearch search = new CommitSearch(COMMITS);
        Options options = Suspicion.options(SequentialRule.OPTIONS, worst.get().relative());
        SequentialRule rule = SequentialRule.of(options, 1);
        Map<Integer, Answer> known = new HashMap<>(Map.of(0, Answer.GOOD, REACHING, Answer.BAD));
        int measured = 1;
        for (OptionalInt next = search.next(); next.isPresent(); next = search.next()) {
            int commit = next.getAsInt();
            int code = reaching.headSet(commit, true).size();
            Answer answer = known.get(code);
            if (answer == null) {
                Fate fate = fate(rule, worst.get().pool(), commit >= culprit ? slowdown : 0);
                int blocks = Math.min(fate.blocks(), Fate.roundsWithin(List.of(fate), STEP));
                time = time.plus(fate.blockTime().multipliedBy(blocks));
                measured++;
                answer = blocks < fate.blocks() || !fate.standing().isDecided()
                        ? Answer.UNTESTABLE
                        : fate.standing() instanceof Standing.Worse ? Answer.BAD : Answer.GOOD;
                if (answer != Answer.UNTESTABLE) {
                    known.put(code, answer);
                }
            }
            search.learn(commit, answer);
        }
        End end = search.first() < search.last() ? End.SEVERAL : search.first() == culprit ? End.RIGHT : End.WRONG;
        return new Search(end, time, measured);
    }

    private Fate fate(SequentialRule rule, PairPool pool, double slowdown) {
        return Fate.of(rule, pool.draw(rule.looks().last(), slowdown, random), pool.blockTime());
    }
}
