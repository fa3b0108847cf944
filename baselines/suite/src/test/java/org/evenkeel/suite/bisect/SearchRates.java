package org.evenkeel.suite.bisect;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeSet;
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

    /** A form that is slower between the ends, and by how much it seems to be. */
    private record Suspect(PairPool pool, double relative) {}

    /** What the ends tell, and how long they take. */
    private record Ends(Optional<Suspect> suspect, Duration time) {}

    /** Commits of which some reach the path, and one of these slows it down. */
    private record Line(TreeSet<Integer> reaching, int culprit) {

        /** How many commits that reach the path lie before a commit or are it: the same number is the same code. */
        int code(int commit) {
            return reaching.headSet(commit, true).size();
        }
    }

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
        Line line = line();
        Ends ends = ends(slowdown);
        return ends.suspect().isEmpty()
                ? new Search(End.NOT_SEEN, ends.time(), 1)
                : halve(line, ends.suspect().get(), slowdown, ends.time());
    }

    private Line line() {
        TreeSet<Integer> reaching = new TreeSet<>();
        while (reaching.size() < REACHING) {
            reaching.add(random.nextInt(COMMITS));
        }
        return new Line(reaching, List.copyOf(reaching).get(random.nextInt(REACHING)));
    }

    /** All forms in turn, until the first is slower. */
    private Ends ends(double slowdown) {
        List<PairPool> forms = random.ints(0, pools.size())
                .distinct()
                .limit(FORMS)
                .mapToObj(pools::get)
                .toList();
        SequentialRule rule = SequentialRule.of(SequentialRule.OPTIONS, FORMS);
        List<Fate> fates =
                forms.stream().map(pool -> fate(rule, pool, slowdown)).toList();
        int most = Fate.roundsWithin(fates, ENDS);
        int rounds = fates.stream()
                .filter(fate -> fate.standing() instanceof Standing.Worse)
                .mapToInt(Fate::blocks)
                .filter(blocks -> blocks <= most)
                .min()
                .orElse(most);
        List<Suspect> slower = new ArrayList<>();
        for (int form = 0; form < FORMS; form++) {
            if (fates.get(form).blocks() <= rounds && fates.get(form).standing() instanceof Standing.Worse worse) {
                slower.add(new Suspect(
                        forms.get(form), Math.expm1(worse.look().estimate().difference())));
            }
        }
        return new Ends(slower.stream().max(Comparator.comparing(Suspect::relative)), Fate.ofRounds(fates, rounds));
    }

    private Search halve(Line line, Suspect suspect, double slowdown, Duration before) {
        CommitSearch search = new CommitSearch(COMMITS);
        SequentialRule rule = SequentialRule.of(Suspicion.options(SequentialRule.OPTIONS, suspect.relative()), 1);
        Map<Integer, Answer> known = new HashMap<>(Map.of(0, Answer.GOOD, REACHING, Answer.BAD));
        Duration time = before;
        int measured = 1;
        for (OptionalInt next = search.next(); next.isPresent(); next = search.next()) {
            int commit = next.getAsInt();
            Answer answer = known.get(line.code(commit));
            if (answer == null) {
                Fate fate = fate(rule, suspect.pool(), commit >= line.culprit() ? slowdown : 0);
                int blocks = Math.min(fate.blocks(), Fate.roundsWithin(List.of(fate), STEP));
                time = time.plus(fate.blockTime().multipliedBy(blocks));
                measured++;
                answer = blocks < fate.blocks() ? Answer.UNTESTABLE : answer(fate.standing());
                if (answer != Answer.UNTESTABLE) {
                    known.put(line.code(commit), answer);
                }
            }
            search.learn(commit, answer);
        }
        End end =
                search.first() < search.last() ? End.SEVERAL : search.first() == line.culprit() ? End.RIGHT : End.WRONG;
        return new Search(end, time, measured);
    }

    private static Answer answer(Standing standing) {
        if (!standing.isDecided()) {
            return Answer.UNTESTABLE;
        }
        return standing instanceof Standing.Worse ? Answer.BAD : Answer.GOOD;
    }

    private Fate fate(SequentialRule rule, PairPool pool, double slowdown) {
        return Fate.of(rule, pool.draw(rule.looks().last(), slowdown, random), pool.blockTime());
    }
}
