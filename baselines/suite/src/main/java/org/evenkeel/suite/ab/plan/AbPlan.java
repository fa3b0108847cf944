package org.evenkeel.suite.ab.plan;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.evenkeel.suite.plan.AbBenchmark;
import org.evenkeel.suite.sides.Arm;

/**
 * What an interleaved comparison measures.
 *
 * @param benchmarks in the order in which they take turns; at least one
 * @param shape of forks with a thread for each processor at most; others get longer slices
 * @param budget time for all of it
 * @param jvmArguments of every measured JVM, of both sides
 * @param seed from which the order within each block is drawn
 */
public record AbPlan(
        List<AbBenchmark> benchmarks, ForkShape shape, Duration budget, List<String> jvmArguments, long seed) {

    public AbPlan {
        benchmarks = List.copyOf(benchmarks);
        jvmArguments = List.copyOf(jvmArguments);
        if (benchmarks.isEmpty()) {
            throw new IllegalArgumentException("a plan needs at least one benchmark");
        }
    }

    /** Which side goes first in a block; drawn, and the same whenever it is asked. */
    public Arm first(AbBenchmark benchmark, int block) {
        long mixed = seed + 0x9E3779B97F4A7C15L * (31L * benchmarks.indexOf(benchmark) + block + 1);
        return new SplittableRandom(mixed).nextBoolean() ? Arm.BASE : Arm.CURRENT;
    }

    /** A line that two plans share only when the one can go on from what the other measured; the budget may differ. */
    public String signature() {
        return "benchmarks=" + benchmarks + " shape=" + shape + " jvmArguments=" + jvmArguments + " seed=" + seed;
    }
}
