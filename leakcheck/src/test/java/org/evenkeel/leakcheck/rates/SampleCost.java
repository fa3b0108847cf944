package org.evenkeel.leakcheck.rates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.evenkeel.leakcheck.check.LeakChecker;
import org.evenkeel.leakcheck.fixtures.Workloads;
import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.run.ProgressListener;
import org.evenkeel.leakcheck.samples.Sample;

/**
 * How long a sample takes beside {@code System.gc()} on the same heap. The workload holds a heap of a given size, and its
 * operation is a collection, so a batch of n says how long n collections take.
 */
public final class SampleCost {

    private static final int[] MEBIBYTES = {1, 10, 50, 200, 500, 1000};

    private SampleCost() {}

    /** Holds a heap of small objects that refer to each other, and collects it. */
    public static final class Collects implements Runnable {
        private final HeldHeap heap = new HeldHeap();

        @Override
        public void run() {
            System.gc();
        }

        @Override
        public String toString() {
            return "collects a heap of " + heap.size() + " objects";
        }
    }

    /** Measures; any arguments go to the checked JVM. */
    public static void main(String[] args) throws InterruptedException {
        System.out.printf(Locale.ROOT, "%8s %16s %16s %8s%n", "heap MiB", "System.gc() ms", "sample ms", "ratio");
        for (int mebibytes : MEBIBYTES) {
            List<String> arguments = new ArrayList<>(List.of("-Xmx3g", HeldHeap.jvmArgument(mebibytes)));
            arguments.addAll(List.of(args));
            LeakReport report = LeakChecker.check(
                    LeakCheckPlan.of(Collects.class.getName(), List.of(Workloads.classPath()))
                            .operationsPerBatch(1)
                            .jvmArguments(arguments)
                            .build(),
                    ProgressListener.NONE);
            List<Sample> samples = report.recording().samples();
            double collection = median(samples, sample -> (double) sample.batchNanos() / sample.operations());
            double cost = median(samples, sample -> costNanos(samples, sample));
            System.out.printf(
                    Locale.ROOT,
                    "%8d %16.1f %16.1f %8.2f%n",
                    mebibytes,
                    collection / 1e6,
                    cost / 1e6,
                    cost / collection);
        }
    }

    /** What passed since the sample before, the batch in between left out. */
    private static double costNanos(List<Sample> samples, Sample sample) {
        Sample before = samples.get(Math.max(0, sample.batch() - 1));
        return (double) sample.elapsedNanos() - before.elapsedNanos() - sample.batchNanos();
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> quantity) {
        double[] values = samples.stream().skip(1).mapToDouble(quantity).toArray();
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
