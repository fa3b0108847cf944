package org.evenkeel.leakcheck.rates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.evenkeel.leakcheck.analysis.cause.GrowingPath;
import org.evenkeel.leakcheck.check.LeakChecker;
import org.evenkeel.leakcheck.fixtures.Workloads;
import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.report.CauseText;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.run.ProgressListener;
import org.evenkeel.leakcheck.run.dump.DumpProgram;
import org.evenkeel.leakcheck.samples.Sample;

/** How long the search for the cause takes beside a live heap of several sizes, and whether it still finds the holder. */
public final class CauseCost {

    private static final int[] MEBIBYTES = {1, 100, 512, 1024};

    /** What the process that reads the dumps had resident at its peak. */
    private static final AtomicLong PEAK_KIBIBYTES = new AtomicLong();

    private CauseCost() {}

    /** Holds a heap of small objects that refer to each other, and keeps one more object in each operation. */
    public static final class Leaks implements Runnable {
        private final HeldHeap heap = new HeldHeap();
        private final List<Order> orders = new ArrayList<>();

        @Override
        public void run() {
            orders.add(new Order());
        }

        @Override
        public String toString() {
            return orders.size() + " orders beside " + heap.size() + " objects";
        }

        /** Sixteen bytes. */
        static final class Order {
            final int number = 1;
        }
    }

    /** Measures; any arguments go to the checked JVM. */
    public static void main(String[] args) throws InterruptedException {
        Thread watch = new Thread(CauseCost::watchReader);
        watch.setDaemon(true);
        watch.start();
        System.out.printf(
                Locale.ROOT, "%8s %10s %10s %11s  %s%n", "heap MiB", "verdict s", "cause s", "reader MiB", "held by");
        for (int mebibytes : MEBIBYTES) {
            List<String> arguments =
                    new ArrayList<>(List.of("-Xmx" + (2 * mebibytes + 256) + "m", HeldHeap.jvmArgument(mebibytes)));
            arguments.addAll(List.of(args));
            PEAK_KIBIBYTES.set(0);
            LeakReport report = LeakChecker.check(
                    LeakCheckPlan.of(Leaks.class.getName(), List.of(Workloads.classPath()))
                            .jvmArguments(arguments)
                            .build(),
                    ProgressListener.NONE);
            List<Sample> samples = report.recording().samples();
            double verdict = samples.get(samples.size() - 1).elapsedNanos() / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%8d %10.1f %10.1f %11d  %s%n",
                    mebibytes,
                    verdict,
                    report.elapsedSeconds() - verdict,
                    PEAK_KIBIBYTES.get() / 1024,
                    report.cause().paths().stream()
                            .findFirst()
                            .flatMap(GrowingPath::holder)
                            .map(CauseText::field)
                            .orElse(report.verdictName() + " " + report.cause().notes()));
        }
    }

    private static void watchReader() {
        while (true) {
            ProcessHandle.current()
                    .descendants()
                    .filter(child -> child.info().commandLine().orElse("").contains(DumpProgram.class.getName()))
                    .forEach(reader ->
                            PEAK_KIBIBYTES.accumulateAndGet(SideBySide.peakKibibytes(reader.pid()), Math::max));
            LockSupport.parkNanos(100_000_000);
        }
    }
}
