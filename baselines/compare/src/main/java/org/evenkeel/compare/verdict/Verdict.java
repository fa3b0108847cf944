package org.evenkeel.compare.verdict;

import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.compare.samples.Environment.Difference;

/** What is said of one row, with what it rests on. */
public sealed interface Verdict {

    /** The word for it in JSON: the name of its type. */
    default String word() {
        return getClass().getSimpleName().toUpperCase(Locale.ROOT);
    }

    /** By how much the row moved, where both sides have it. */
    default Optional<Change> change() {
        return Optional.empty();
    }

    /** Surely worse by more than the minimum effect. */
    record Regressed(Change moved) implements Verdict {
        @Override
        public Optional<Change> change() {
            return Optional.of(moved);
        }
    }

    /** Surely better by more than the minimum effect. */
    record Improved(Change moved) implements Verdict {
        @Override
        public Optional<Change> change() {
            return Optional.of(moved);
        }
    }

    /** Surely within the margin, either way. */
    record Equivalent(Change moved) implements Verdict {
        @Override
        public Optional<Change> change() {
            return Optional.of(moved);
        }
    }

    /**
     * None of these is sure.
     *
     * @param change what was seen; empty where no number can be given
     * @param setAside whether it leaves nothing open all the same: its own noise passes the margin, and it shows that nothing much is wrong
     * @param reason why it is open
     */
    record Inconclusive(Optional<Change> change, boolean setAside, String reason) implements Verdict {
        public Inconclusive {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** The run broke an invariant or crashed: there is no number. */
    record Invalid(String reason) implements Verdict {}

    /** The two sides are of environments that differ in something times depend on. */
    record Incomparable(SortedMap<String, Difference> differences) implements Verdict {
        public Incomparable {
            differences = Collections.unmodifiableSortedMap(new TreeMap<>(differences));
        }
    }

    /** The baseline does not have it. */
    record Added() implements Verdict {}

    /** Only the baseline has it. */
    record Removed() implements Verdict {}
}
