package org.evenkeel.leakcheck.rates;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.leakcheck.check.LeakChecker;
import org.evenkeel.leakcheck.fixtures.Workloads;
import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.run.ProgressListener;
import org.evenkeel.leakcheck.samples.Signal;
import org.evenkeel.leakcheck.verdict.ClassFinding;
import org.evenkeel.leakcheck.verdict.SignalFinding;
import org.evenkeel.leakcheck.verdict.Tendency;
import org.jspecify.annotations.Nullable;

/** How small a leak is found, how fast, and with which rate: the smallest of each kind that is promised. */
public final class Sensitivity {

    private static final int TIMES = 5;

    private Sensitivity() {}

    /** Keeps one object of 16 bytes in so many operations, of a class of its own. */
    private abstract static class Keeps implements Runnable {
        private final int every;
        private final List<Object> kept = new ArrayList<>();
        private long operation;
        private long hash;

        Keeps(int every) {
            this.every = every;
        }

        @Override
        public void run() {
            hash = hash * 31 + operation;
            if (++operation % every == 0) {
                kept.add(new Kept());
                if (kept.size() == 512) {
                    // A chain instead of a list that doubles: 16 bytes for each object and 4 for its place.
                    Object[] full = kept.toArray();
                    kept.clear();
                    kept.add(full);
                }
            }
        }
    }

    /** What is kept: a header and four bytes. */
    static final class Kept {
        final int number = 1;
    }

    /** One byte an operation: 16 bytes and their place in an array, 20 in all. */
    public static final class OneByte extends Keeps {
        public OneByte() {
            super(20);
        }
    }

    /** A tenth of a byte an operation. */
    public static final class TenthOfAByte extends Keeps {
        public TenthOfAByte() {
            super(200);
        }
    }

    /** One object of 16 bytes in 100,000 operations. */
    public static final class ObjectInAHundredThousand extends Keeps {
        public ObjectInAHundredThousand() {
            super(100_000);
        }
    }

    /**
     * One line of the table.
     *
     * @param signal empty for the count of a class
     * @param rate planted, in the signal's unit per operation
     */
    private record Planted(Class<?> workload, @Nullable Signal signal, double rate, int seconds, int operations) {

        LeakReport check(long seed) throws InterruptedException {
            LeakCheckPlan.Builder plan = LeakCheckPlan.of(workload.getName(), List.of(Workloads.classPath()))
                    .budget(Duration.ofSeconds(seconds))
                    .jvmArguments(List.of("-Xmx512m"))
                    .seed(seed)
                    .cause(false);
            return LeakChecker.check(
                    (operations > 0 ? plan.operationsPerBatch(operations) : plan).build(), ProgressListener.NONE);
        }

        OptionalDouble found(LeakReport report) {
            if (report.verdictName() != LeakVerdictName.GROWING) {
                return OptionalDouble.empty();
            }
            if (signal == null) {
                return report.verdict().growth().classes().stream()
                        .filter(found -> found.heapClass().name().equals(Kept.class.getName()))
                        .mapToDouble(ClassFinding::instancesPerOperation)
                        .findFirst();
            }
            return report.verdict().evidence().signalsThatAre(Tendency.GROWING).stream()
                    .filter(found -> found.signal() == signal)
                    .map(SignalFinding::perOperation)
                    .flatMapToDouble(OptionalDouble::stream)
                    .findFirst();
        }
    }

    private static final List<Planted> PLANTED = List.of(
            new Planted(OneByte.class, Signal.HEAP, 1, 20, 0),
            new Planted(TenthOfAByte.class, Signal.HEAP, 0.1, 60, 0),
            new Planted(ObjectInAHundredThousand.class, null, 1e-5, 60, 0),
            new Planted(Workloads.Threads.class, Signal.THREADS, 1e-4, 60, 0),
            new Planted(Workloads.Descriptors.class, Signal.FILE_DESCRIPTORS, 1e-4, 60, 0),
            new Planted(Workloads.Classes.class, Signal.CLASSES, 1e-4, 60, 0),
            new Planted(Workloads.DirectBuffers.class, Signal.DIRECT_BUFFERS, 0.0256, 60, 0),
            // Batches of 5,000, 10,000 and 20,000 operations, so about 1.2 kB in each.
            new Planted(Workloads.NativeMemory.class, Signal.MALLOC, 0.1, 60, 5_000));

    /** Measures; any arguments go to the checked JVM. */
    public static void main(String[] args) throws InterruptedException {
        System.out.printf(
                Locale.ROOT,
                "%-26s %10s %8s %8s %10s %10s%n",
                "planted",
                "rate",
                "within",
                "found",
                "seconds",
                "error %");
        for (Planted planted : PLANTED) {
            double[] seconds = new double[TIMES];
            double[] errors = new double[TIMES];
            int found = 0;
            for (int i = 0; i < TIMES; i++) {
                LeakReport report = planted.check(i + 1);
                OptionalDouble rate = planted.found(report);
                found += rate.isPresent() ? 1 : 0;
                seconds[i] = report.elapsedSeconds();
                errors[i] = Math.abs(rate.orElse(0) / planted.rate() - 1);
            }
            Arrays.sort(seconds);
            Arrays.sort(errors);
            System.out.printf(
                    Locale.ROOT,
                    "%-26s %10.3g %6d s %4d of %d %10.1f %10.2f%n",
                    planted.workload().getSimpleName(),
                    planted.rate(),
                    planted.seconds(),
                    found,
                    TIMES,
                    seconds[TIMES / 2],
                    100 * errors[TIMES / 2]);
        }
    }
}
