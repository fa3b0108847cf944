package org.evenkeel.suite.nightly.stored;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.suite.nightly.samples.Night;

/**
 * A night with its results, as it is appended to a history.
 *
 * @param id what it is called by whoever measured it, without blanks; a second night of the same id is not stored again
 * @param night number, time, commit and environment; the store gives the number
 * @param results one for each metric of each benchmark
 */
public record StoredNight(String id, Night night, List<Result> results) {

    /** The fact that says that a night was measured nobody knows where. */
    static final String IMPORTED = "imported";

    public StoredNight {
        results = List.copyOf(results);
        if (id.isEmpty() || id.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("the id of a night has no blanks, found \"" + id + '"');
        }
    }

    /**
     * One metric of one benchmark.
     *
     * @param forks one number per fork
     */
    public record Result(Identity identity, Metric metric, List<Double> forks) {
        public Result {
            forks = List.copyOf(forks);
        }
    }

    /** The same night on a machine of which more is known; what the night says itself stays. */
    public StoredNight on(SortedMap<String, String> machine) {
        TreeMap<String, String> facts = new TreeMap<>(machine);
        facts.putAll(night.environment());
        facts.remove(IMPORTED);
        return new StoredNight(
                id, new Night(night.run(), night.epochMillis(), night.commit(), facts, night.speed()), results);
    }

    /** The same night under another number. */
    StoredNight numbered(int run) {
        return new StoredNight(id, night.numbered(run), results);
    }
}
