package org.evenkeel.leakcheck.jmh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.leakcheck.IterationWatch;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;

/**
 * A profiler of JMH that tells whether a benchmark leaks: {@code -prof org.evenkeel.leakcheck.jmh.LeakProfiler}.
 *
 * <p>Each iteration is a batch. After it the heap is collected and counted from outside, which takes no part of the
 * iteration's time but leaves the next one a collected heap, as {@code -gc true} does. {@code leak.rate} is the growth of the
 * live heap in bytes per operation, with JMH's own error over the measured iterations but the last; {@code leak.verdict} is 1 where the
 * heap, or a resource, grows, 0 where nothing does, and NaN where the evidence does not decide.
 */
public final class LeakProfiler implements InternalProfiler {

    private static final String HARNESS = "org.openjdk.jmh.";

    private final @Nullable Path out;
    private @Nullable IterationWatch watch;
    private IterationWatch.@Nullable Answer last;
    private long began;
    private int measured;

    /** For JMH. */
    public LeakProfiler() {
        out = null;
    }

    /**
     * For JMH.
     *
     * @param options {@code out=FOLDER}, or nothing
     */
    public LeakProfiler(String options) throws ProfilerException {
        String option = options.strip();
        if (option.startsWith("out=") && option.length() > "out=".length()) {
            out = Path.of(option.substring("out=".length()));
        } else if (option.isEmpty()) {
            out = null;
        } else {
            throw new ProfilerException("LeakProfiler takes out=FOLDER, found \"" + options + "\"");
        }
    }

    @Override
    public String getDescription() {
        return "Leak check: growth of the live heap per operation, and whether anything grows without stopping";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        if (watch == null) {
            watch = IterationWatch.start(benchmark.id(), HARNESS, out);
        }
        began = System.nanoTime();
    }

    @Override
    @SuppressWarnings("rawtypes") // JMH's own signature.
    public Collection<? extends Result> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        long nanos = System.nanoTime() - began;
        boolean isMeasured = iteration.getType() == IterationType.MEASUREMENT;
        measured += isMeasured ? 1 : 0;
        if (isMeasured && measured >= iteration.getCount()) {
            return verdict();
        }
        long operations =
                result.getMetadata() == null ? 0 : result.getMetadata().getAllOps();
        if (watch == null || operations == 0) {
            return List.of();
        }
        try {
            last = watch.ended(operations, nanos);
        } catch (IOException e) {
            throw new IllegalStateException("the helper process of the leak check has gone away", e);
        }
        return isMeasured ? List.of(new LeakRate(last.bytesPerOperation())) : List.of();
    }

    /** JMH drops the state of a benchmark at the end of its last iteration, so nothing can be read after that. */
    @SuppressWarnings("rawtypes")
    private Collection<? extends Result> verdict() {
        return last == null ? List.of() : List.of(new VerdictResult(score(last.verdict()), last.text()));
    }

    private static double score(LeakVerdictName verdict) {
        return switch (verdict) {
            case STEADY -> 0;
            case GROWING -> 1;
            case INCONCLUSIVE, INVALID -> Double.NaN;
        };
    }
}
