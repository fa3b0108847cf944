package org.evenkeel.leakcheck;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import org.evenkeel.leakcheck.plan.GrowthLimits;
import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.samples.Signal;

/**
 * A leak check of an operation in this JVM.
 *
 * <pre>{@code
 * LeakCheck.of("coupons", () -> book.redeem("SUMMER")).threads(10).run().assertSteady();
 * }</pre>
 *
 * <p>The operation is run again and again, by as many callers as asked for, and after each batch the heap is collected and
 * counted. The check ends when the evidence decides or the budget is spent. It needs the JVM for itself: what other tests or
 * threads leave behind while it runs looks like growth of the operation.
 */
public final class LeakCheck {

    private static final Set<Signal> HERE = Collections.unmodifiableSet(
            EnumSet.complementOf(EnumSet.of(Signal.TEMPORARY_FILES, Signal.MALLOC, Signal.NATIVE)));

    private final String name;
    private final Callable<?> operation;
    private int threads = 1;
    private long operations;
    private Duration budget = Duration.ofSeconds(60);
    private OptionalDouble tolerance = OptionalDouble.empty();
    private OptionalDouble maxGrowth = OptionalDouble.empty();
    private long seed = 1;
    private Set<Signal> signals = HERE;
    private boolean cause = true;
    private Path reports = ReportFolder.ofBuild();

    private LeakCheck(String name, Callable<?> operation) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a leak check without a name");
        }
        this.name = name;
        this.operation = operation;
    }

    /** An operation that answers something; the answer is consumed, so that the JIT cannot drop the work. */
    public static LeakCheck of(String name, Callable<?> operation) {
        return new LeakCheck(name, operation);
    }

    /** An operation that answers nothing. */
    public static LeakCheck of(String name, Operation operation) {
        return new LeakCheck(name, () -> {
            operation.run();
            return null;
        });
    }

    /** Something to do once. */
    @FunctionalInterface
    public interface Operation {

        /**
         * Does it.
         *
         * @throws Exception when it fails; the check is then invalid
         */
        void run() throws Exception;
    }

    /** Callers at once; 1 when not set. */
    public LeakCheck threads(int value) {
        threads = value;
        return this;
    }

    /** Operations in the smallest batch, instead of finding them by calibration. */
    public LeakCheck operations(long value) {
        operations = value;
        return this;
    }

    /** The most time that the check may take; a minute when not set. It ends earlier where the evidence decides earlier. */
    public LeakCheck budget(Duration value) {
        budget = value;
        return this;
    }

    /** Growth of the heap per operation that is accepted, in bytes; none when not set. */
    public LeakCheck tolerance(double bytesPerOperation) {
        tolerance = OptionalDouble.of(bytesPerOperation);
        return this;
    }

    /** Growth of the heap during the check that is accepted, as a share: 0.2 is 20 %; none when not set. */
    public LeakCheck maxGrowth(double share) {
        maxGrowth = OptionalDouble.of(share);
        return this;
    }

    /**
     * What to look at; everything that this JVM and system can tell when not set.
     *
     * @throws IllegalArgumentException for a signal that can be told only of a JVM that runs nothing else
     */
    public LeakCheck signals(Signal... value) {
        for (Signal signal : value) {
            if (!HERE.contains(signal)) {
                throw new IllegalArgumentException(signal
                        + " cannot be told apart in a JVM that runs other things as well; expected some of " + HERE
                        + ", or a check by scripts/leakcheck, in a JVM of its own");
            }
        }
        signals = Set.copyOf(Arrays.asList(value));
        return this;
    }

    /**
     * Whether to look for what holds it when something grows, by two heap dumps, which takes some seconds; true when not set. Without,
     * entries that expire after seconds look like a leak, since nothing shows that they carry a time.
     */
    public LeakCheck cause(boolean value) {
        cause = value;
        return this;
    }

    /** Decides the order of batch sizes. */
    public LeakCheck seed(long value) {
        seed = value;
        return this;
    }

    /** The folder that the report's folder goes into; {@code target/evenkeel/leakcheck} when not set. */
    public LeakCheck reports(Path folder) {
        reports = folder;
        return this;
    }

    /**
     * Runs the check and waits for its end.
     *
     * @throws IllegalStateException when it cannot be run here; the message says why
     */
    public LeakCheckResult run() {
        LeakCheckPlan.Builder plan = LeakCheckPlan.of(name, List.of())
                .threads(threads)
                .budget(budget)
                .limits(new GrowthLimits(tolerance, maxGrowth))
                .seed(seed)
                .cause(cause);
        if (operations > 0) {
            plan.operationsPerBatch(operations);
        }
        return new InProcessCheck(plan.build(), signals, operation, ReportFolder.of(reports, name)).run();
    }
}
