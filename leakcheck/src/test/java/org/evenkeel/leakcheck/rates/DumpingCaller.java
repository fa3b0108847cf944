package org.evenkeel.leakcheck.rates;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/** Runs a specimen, dumps the heap after each of equal stretches, and prints how many operations a stretch has. */
final class DumpingCaller {

    private static final long STRETCH_NANOS = 300_000_000;
    private static final long MOST_OPERATIONS = 100_000;

    /** Where a path begins, as at the workload in a leak check. */
    @SuppressWarnings("NullAway.Init")
    private static volatile Object specimen;

    private DumpingCaller() {}

    /** Runs; arguments are the class of the specimen and the folder for the dumps. */
    public static void main(String[] args) throws Exception {
        specimen = Class.forName(args[0]).getConstructor().newInstance();
        Callable<?> operation =
                specimen instanceof Callable<?> callable ? callable : Executors.callable((Runnable) specimen);
        FutureTask<Long> task = new FutureTask<>(() -> run(operation, SideBySide.dumps(Path.of(args[1]))));
        // Shark leaves out the local variables of thread main.
        new Thread(task, "caller").start();
        System.out.println(task.get());
        System.exit(0);
    }

    private static long run(Callable<?> operation, List<Path> dumps) throws Exception {
        HotSpotDiagnosticMXBean diagnostics = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        long operations = 0;
        for (Path dump : dumps) {
            long start = System.nanoTime();
            long stretch = 0;
            while (operations == 0
                    ? stretch < MOST_OPERATIONS && System.nanoTime() - start < STRETCH_NANOS
                    : stretch < operations) {
                operation.call();
                stretch++;
            }
            operations = stretch;
            Files.deleteIfExists(dump);
            diagnostics.dumpHeap(dump.toString(), true);
        }
        return operations;
    }
}
