package org.evenkeel.suite.ab.run.turns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;

/**
 * Waits for its JVM's turn before each measured iteration, and hands it back behind it. Both JVMs warm up at the same time: on two
 * processors, one caller of each does so in half the time that turns would take. The one thing that it measures is how many of
 * the measured iterations the compiler worked through: a fork in which it did in most is still warming up.
 */
public final class TurnProfiler implements InternalProfiler {

    private static final QuietJvm QUIET = new QuietJvm();

    /** The share of measured iterations in which the compiler was at work for at least half of the time. */
    private static final String COMPILING = "turns.compiling";

    /** The longest wait for code that is compiled again; most methods take less than a second. */
    private static final long RECOMPILED_NANOS = TimeUnit.SECONDS.toNanos(2);

    private static @Nullable TurnTaker taker;

    /**
     * The operations of all callers, divided by the time that they took, their beginnings and ends included. JMH adds up what each caller
     * did in its own time. One that waits for a lock until a slice is over begins then, makes one request in a microsecond, as nobody is
     * in its way any more, and counts as a million in a second. What a benchmark does before and behind a slice is in this time, so it
     * is for those that do nothing there.
     */
    private static final String THROUGHPUT = "turns.throughput";

    private static final boolean COUNTS = System.getenv(TurnTaker.COUNT) != null;

    private int measured;
    private final SpeedOfFork speedOfFork = new SpeedOfFork();
    private long began;
    private long compiledBefore;

    /** JMH wants one to make, in the JVM that starts the forks as well as in them. */
    public TurnProfiler() {}

    @Override
    public String getDescription() {
        return "Lets two JVMs take turns, iteration by iteration";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        if (iteration.getType() == IterationType.WARMUP) {
            return;
        }
        try {
            taker().await();
        } catch (IOException e) {
            throw new UncheckedIOException("whoever gives the turns is gone", e);
        }
        compiledBefore = compiled();
        began = System.nanoTime();
    }

    /** Milliseconds, of all compiler threads together; 0 where the JVM does not say. */
    private static long compiled() {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        return compiler != null && compiler.isCompilationTimeMonitoringSupported()
                ? compiler.getTotalCompilationTime()
                : 0;
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        if (iteration.getType() == IterationType.WARMUP) {
            // Callers rest now, so the compiler gets what they had left it none of.
            QUIET.await(iteration.getTime().convertTo(TimeUnit.NANOSECONDS));
            return List.of();
        }
        long took = System.nanoTime() - began;
        long compiling = TimeUnit.MILLISECONDS.toNanos(compiled() - compiledBefore);
        List<ScalarResult> results = new ArrayList<>(
                List.of(new ScalarResult(COMPILING, 2 * compiling >= took ? 1 : 0, "share", AggregationPolicy.AVG)));
        // A benchmark that failed has no result.
        if (!result.getRawPrimaryResults().isEmpty()) {
            double score = result.getPrimaryResult().getScore();
            if (COUNTS) {
                score = (double) result.getMetadata().getAllOps()
                        * benchmark.getTimeUnit().toNanos(1)
                        / took;
                results.add(new ScalarResult(
                        THROUGHPUT, score, result.getPrimaryResult().getScoreUnit(), AggregationPolicy.AVG));
            }
            if (speedOfFork.isSuddenlySlow(benchmark.getMode() == Mode.Throughput ? score : 1 / score)) {
                // The compiler has thrown code away, and compiles it again: one slice has that, not all that callers
                // leave it none in.
                QUIET.await(RECOMPILED_NANOS);
            }
        }
        try {
            taker().handBack();
            if (++measured == iteration.getCount()) {
                // To end a JVM is work as well, and would be done while the other one measures for the last time.
                taker().await();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("whoever gives the turns is gone", e);
        }
        return results;
    }

    private static synchronized TurnTaker taker() throws IOException {
        if (taker == null) {
            taker = TurnTaker.connect(System.getenv(TurnTaker.ADDRESS));
        }
        return taker;
    }
}
