package org.evenkeel.compare.verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;

/**
 * A benchmark that only one side has. What a change renames, what fails before it gives a number, and what is measured in another mode is
 * compared with nothing, however slow it has become.
 *
 * @param benchmark its score, whether it has one or not
 * @param isRemoved whether it is the baseline that has it
 * @param likely what a removed one may be called now: the one that is most like it among those that were added
 */
public record OneSided(Identity benchmark, boolean isRemoved, Optional<Identity> likely) {

    /** Less alike than this, by the words of their lines, two names are not taken for one another. */
    private static final double LEAST_ALIKE = 0.5;

    /** Those of some rows, in the order of the rows, removed ones first. */
    public static List<OneSided> of(Collection<Row> rows) {
        SortedSet<Identity> removed = new TreeSet<>();
        SortedSet<Identity> added = new TreeSet<>();
        Set<Identity> shared = new HashSet<>();
        for (Row row : rows) {
            Identity benchmark = row.identity().withMetric(Metric.SCORE);
            if (row.verdict() instanceof Verdict.Removed) {
                removed.add(benchmark);
            } else if (row.verdict() instanceof Verdict.Added) {
                added.add(benchmark);
            } else {
                shared.add(benchmark);
            }
        }
        removed.removeAll(shared);
        added.removeAll(shared);
        Map<Identity, Identity> likely = likely(removed, added);
        List<OneSided> all = new ArrayList<>();
        removed.forEach(one -> all.add(new OneSided(one, true, Optional.ofNullable(likely.get(one)))));
        added.forEach(one -> all.add(new OneSided(one, false, Optional.empty())));
        return all;
    }

    /** The most alike first, and each only once; where names are many, only those of one class or method are looked at. */
    public static Map<Identity, Identity> likely(SortedSet<Identity> removed, SortedSet<Identity> added) {
        Map<String, List<Identity>> byWord = new HashMap<>();
        added.forEach(one -> words(one)
                .forEach(word -> byWord.computeIfAbsent(word, absent -> new ArrayList<>())
                        .add(one)));
        record Match(Identity before, Identity now, double alike) {}
        List<Match> matches = new ArrayList<>();
        for (Identity before : removed) {
            Set<String> words = words(before);
            Map<Identity, Integer> common = new HashMap<>();
            for (String word : words) {
                List<Identity> with = byWord.getOrDefault(word, List.of());
                // A word that all of them have tells none from the others.
                if (with.size() <= MOST_WITH_A_WORD) {
                    with.forEach(one -> common.merge(one, 1, Integer::sum));
                }
            }
            common.forEach((now, count) -> {
                double alike = 2.0 * count / (words.size() + words(now).size());
                if (alike >= LEAST_ALIKE) {
                    matches.add(new Match(before, now, alike));
                }
            });
        }
        matches.sort(java.util.Comparator.comparingDouble((Match match) -> -match.alike())
                .thenComparing(Match::before)
                .thenComparing(Match::now));
        Map<Identity, Identity> likely = new HashMap<>();
        Set<Identity> taken = new HashSet<>();
        for (Match match : matches) {
            if (!likely.containsKey(match.before()) && taken.add(match.now())) {
                likely.put(match.before(), match.now());
            }
        }
        return likely;
    }

    private static final int MOST_WITH_A_WORD = 200;

    private static Set<String> words(Identity identity) {
        String line =
                identity.benchmark() + " " + identity.params() + " " + identity.mode() + " t" + identity.threads();
        Set<String> words = new HashSet<>(List.of(line.split("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})")));
        words.remove("");
        return words;
    }
}
