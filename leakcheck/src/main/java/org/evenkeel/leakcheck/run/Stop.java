package org.evenkeel.leakcheck.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.evenkeel.leakcheck.run.cause.Question;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.samples.Rest;
import org.evenkeel.leakcheck.samples.heap.CauseMaterial;

/** Decides when a run has seen enough. */
public interface Stop {

    /** Whether what was recorded so far is enough, or at least worth a question. */
    boolean isDecided(Recording recording);

    /** What to look for in the JVM now; empty when nothing grows. Asked once: when it is decided, or the budget is spent. */
    Optional<Question> question(Recording recording);

    /** Whether that is the end; or else the run goes on for as long as the budget allows. */
    boolean isSettledBy(Recording recording, CauseMaterial found);

    /** How long the workload has to be left alone before it goes on, to see what time takes away; zero for not at all. */
    default Duration rest() {
        return Duration.ZERO;
    }

    /** Tells what became of it. */
    default void rested(Rest rest) {}

    /** Asks no question. */
    static Stop when(Predicate<Recording> decided) {
        return new Stop() {
            @Override
            public boolean isDecided(Recording recording) {
                return decided.test(recording);
            }

            @Override
            public Optional<Question> question(Recording recording) {
                return Optional.empty();
            }

            @Override
            public boolean isSettledBy(Recording recording, CauseMaterial found) {
                return true;
            }
        };
    }
}
