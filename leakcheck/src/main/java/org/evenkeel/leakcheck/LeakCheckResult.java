package org.evenkeel.leakcheck;

import java.nio.file.Path;
import java.util.Optional;
import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.leakcheck.verdict.GrowthRate;
import org.jspecify.annotations.Nullable;

/**
 * The result of a check in this JVM.
 *
 * @param verdict the answer
 * @param message the report's paragraph and the facts below it, one to a line
 * @param heap growth of the heap in bytes per operation; empty with too few samples, or when the heap was not looked at
 * @param report the folder with the whole report: {@code leakcheck.html}, {@code leakcheck.json}, {@code leakcheck.txt}
 * @param failure what the operation threw, if it did
 */
public record LeakCheckResult(
        LeakVerdictName verdict, String message, Optional<GrowthRate> heap, Path report, Optional<Throwable> failure) {

    /**
     * Passes when nothing grows.
     *
     * @throws AssertionError when something grows, the operation failed, or the evidence does not decide; the message says
     *     what, and what to do
     */
    public LeakCheckResult assertSteady() {
        return require(verdict == LeakVerdictName.STEADY);
    }

    /**
     * Passes when no growth was shown, and so also when the evidence does not decide.
     *
     * @throws AssertionError when something grows, or the operation failed
     */
    public LeakCheckResult assertNotGrowing() {
        return require(verdict == LeakVerdictName.STEADY || verdict == LeakVerdictName.INCONCLUSIVE);
    }

    private LeakCheckResult require(boolean condition) {
        if (!condition) {
            @Nullable Throwable cause = failure.orElse(null);
            throw new AssertionError(message + "\nThe whole report: " + report.resolve("leakcheck.html"), cause);
        }
        return this;
    }
}
