package org.evenkeel.suite.command;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.verdict.LeakVerdict;

/**
 * Makes a leak check once more where it leaves it open, with other inputs and for longer. What was filling up or falling when the time was
 * over mostly has an end, and a build should not wait for somebody to see it.
 */
final class LeakCheckInDoubt {

    /** So many times as long. */
    private static final int LONGER = 2;

    private LeakCheckInDoubt() {}

    /** Checks something for leaks. */
    @FunctionalInterface
    interface Check {

        /** Checks it within a budget, with inputs of a seed. */
        LeakReport within(Duration budget, long seed) throws IOException, InterruptedException;
    }

    /**
     * Checks it once or twice.
     *
     * @param budget of the first check
     * @param stopped whether somebody has asked to stop; the first check then is the last
     * @param note hears that there is a second one, and why
     */
    static LeakReport check(Duration budget, Check check, BooleanSupplier stopped, Consumer<String> note)
            throws IOException, InterruptedException {
        LeakReport report = check.within(budget, 1);
        if (!(report.verdict() instanceof LeakVerdict.Inconclusive) || stopped.getAsBoolean()) {
            return report;
        }
        Duration longer = budget.multipliedBy(LONGER);
        note.accept(report.workload() + " leak check: open after " + budget.toSeconds() + " s; once more, for "
                + longer.toSeconds() + " s");
        return check.within(longer, 2);
    }
}
