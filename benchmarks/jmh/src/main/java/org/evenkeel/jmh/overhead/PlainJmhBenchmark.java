package org.evenkeel.jmh.overhead;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long does {@link Xorshift#step} take in an ordinary JMH method? {@code HotPathBenchmark.single} with the path
 * {@code xorshift} is the other half of the comparison; the package says how to run both.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(5)
@State(Scope.Thread)
public class PlainJmhBenchmark {

    private final Xorshift xorshift = new Xorshift();

    /** The work, called directly. */
    @Benchmark
    public Object plain() {
        return xorshift.step();
    }
}
