package org.evenkeel.jmh;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does a request of a hot path take, and how many does it serve in a second, from one caller, in a batch, and
 * from ten and fifty callers at once?
 *
 * <p><b>Measured region:</b> one call of {@link org.evenkeel.workload.Caller#request}, or of
 * {@link org.evenkeel.workload.Caller#batch}; opening the path, making the callers and checking the invariants are
 * outside. With ten and fifty callers some of the requests are timed by their callers while a {@link LatencyProfiler} listens; else that
 * is one decrement a request. One operation is one request in every form, so a batch's time is divided by its size and the forms can be
 * compared.
 *
 * <p><b>Data:</b> each caller makes its own deterministic inputs from its index and {@link CallerState#SEED}.
 *
 * <p><b>Command:</b> {@code java -jar benchmarks.jar HotPathBenchmark -p path=documents -prof gc}. Any other number of
 * callers is JMH's own {@code -t}, as in {@code single -t 25}.
 */
@BenchmarkMode({Mode.SampleTime, Mode.Throughput})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(5)
public class HotPathBenchmark {

    /** Requests that one call of {@link #batch} hands over. */
    public static final int BATCH_SIZE = 50;

    /** One caller, one request at a time. */
    @Benchmark
    @Threads(1)
    public @Nullable Object single(CallerState state) throws Exception {
        return state.caller.request();
    }

    /** One caller that hands over {@value #BATCH_SIZE} requests and waits for all of them. */
    @Benchmark
    @Threads(1)
    @OperationsPerInvocation(BATCH_SIZE)
    public @Nullable Object batch(CallerState state) throws Exception {
        return state.caller.batch(BATCH_SIZE);
    }

    /** Ten callers, one request each at a time. */
    @Benchmark
    @Threads(10)
    public @Nullable Object tenThreads(CallerState state) throws Exception {
        return state.requestAmongMany();
    }

    /** Fifty callers, one request each at a time. */
    @Benchmark
    @Threads(50)
    public @Nullable Object fiftyThreads(CallerState state) throws Exception {
        return state.requestAmongMany();
    }
}
