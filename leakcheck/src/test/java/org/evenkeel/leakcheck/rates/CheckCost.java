package org.evenkeel.leakcheck.rates;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.evenkeel.leakcheck.check.LeakChecker;
import org.evenkeel.leakcheck.fixtures.Workloads;
import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.run.ProgressListener;
import org.evenkeel.leakcheck.samples.Sample;

/**
 * How much longer batches take with the checker than without: the time from the first sample to the last over the time
 * inside batches, for batches of several lengths. The workload does a microsecond or so of work and keeps nothing.
 */
public final class CheckCost {

    private static final long[] OPERATIONS = {1_000, 10_000, 50_000, 100_000, 500_000};

    private CheckCost() {}

    /** Some arithmetic that the JIT cannot drop. */
    public static final class Works implements Runnable {
        private static final int ROUNDS = 500;
        private long hash = 1;

        @Override
        public void run() {
            long next = hash;
            for (int i = 0; i < ROUNDS; i++) {
                next = next * 6364136223846793005L + i;
            }
            hash = next;
        }

        @Override
        public String toString() {
            return Long.toString(hash);
        }
    }

    /** Measures; any arguments go to the checked JVM. */
    public static void main(String[] args) throws InterruptedException {
        System.out.printf(Locale.ROOT, "%14s %16s %8s%n", "mean batch ms", "mean sample ms", "ratio");
        for (long operations : OPERATIONS) {
            LeakReport report = LeakChecker.check(
                    LeakCheckPlan.of(Works.class.getName(), List.of(Workloads.classPath()))
                            .operationsPerBatch(operations)
                            .budget(Duration.ofSeconds(60))
                            .jvmArguments(List.of(args))
                            .build(),
                    ProgressListener.NONE);
            List<Sample> samples = report.recording().samples();
            Sample last = samples.get(samples.size() - 1);
            double elapsed = (double) last.elapsedNanos() - samples.get(0).elapsedNanos();
            double batches =
                    samples.stream().skip(1).mapToDouble(Sample::batchNanos).sum();
            int count = samples.size() - 1;
            System.out.printf(
                    Locale.ROOT,
                    "%14.1f %16.1f %8.2f%n",
                    batches / count / 1e6,
                    (elapsed - batches) / count / 1e6,
                    elapsed / batches);
        }
    }
}
