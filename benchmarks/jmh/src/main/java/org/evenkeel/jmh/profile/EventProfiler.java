package org.evenkeel.jmh.profile;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.ExternalProfiler;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;
import org.openjdk.jmh.runner.IterationType;

/**
 * Stacks of the measured work, sampled by async-profiler:
 * {@code -prof org.evenkeel.jmh.profile.EventProfiler:event=cpu;dir=profiles}.
 *
 * <p>It samples from the first measured iteration until the hot path is torn down, so that neither warm-up nor tear-down
 * is in the picture. Where async-profiler cannot, the JDK's own recorder samples what it knows; where neither can, the
 * profiler says why, and the benchmark runs on. The result carries the secondary metric
 * {@value #MARK}, by which others see that its times were taken beside a profiler.
 */
public final class EventProfiler implements InternalProfiler, ExternalProfiler {

    /** Name of the secondary metric of results that were profiled. */
    public static final String MARK = "profiled";

    private static final AtomicReference<@Nullable EventProfiler> SAMPLING = new AtomicReference<>();

    private final Settings settings;
    private final Facts facts = new Facts();
    private @Nullable Sampling sampler;
    private boolean begun;
    private int measured;

    /** JMH makes one in its own JVM, for the arguments of forks, and one in each fork. */
    public EventProfiler(String line) throws ProfilerException {
        try {
            settings = Settings.parse(line);
        } catch (IllegalArgumentException e) {
            throw new ProfilerException("-prof " + EventProfiler.class.getName() + ": " + e.getMessage());
        }
    }

    /** The measured work is over and what follows is tear-down: ends the sampling of this JVM, if there is one. */
    public static void measuredWorkEnded() {
        EventProfiler profiler = SAMPLING.getAndSet(null);
        if (profiler != null) {
            profiler.end();
        }
    }

    @Override
    public String getDescription() {
        return "Stacks of measured work: event=cpu|alloc|lock|wall|nativemem;dir=FOLDER;name=NAME;jfr=true";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams params) {
        if (params.getType() != IterationType.MEASUREMENT) {
            return;
        }
        if (!begun) {
            begun = true;
            begin(benchmark);
        }
        facts.iterationBegins();
    }

    @Override
    @SuppressWarnings("rawtypes") // JMH's signature
    public Collection<? extends Result> afterIteration(
            BenchmarkParams benchmark, IterationParams params, IterationResult result) {
        if (params.getType() != IterationType.MEASUREMENT) {
            return List.of();
        }
        facts.iterationEnds();
        facts.count(result.getMetadata().getAllOps());
        measured++;
        if (measured == params.getCount()) {
            measuredWorkEnded();
            write();
        }
        return settings.event() == Event.NONE
                ? List.of()
                : List.of(new ScalarResult(MARK, 1, settings.event().written(), AggregationPolicy.AVG));
    }

    private void begin(BenchmarkParams benchmark) {
        facts.say("event", settings.event().written());
        facts.say("benchmark", benchmark.getBenchmark());
        facts.say("threads", benchmark.getThreads());
        if (settings.event() != Event.NONE) {
            try {
                Files.createDirectories(settings.folder());
                Sampling started = start();
                facts.say("engine", started.engine());
                sampler = started;
            } catch (CannotProfileException e) {
                facts.say("failure", String.valueOf(e.getMessage()));
                System.out.println("EventProfiler: not profiled: " + e.getMessage());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write into " + settings.folder(), e);
            }
        }
        SAMPLING.set(this);
    }

    private Sampling start() throws CannotProfileException {
        if (settings.event() == Event.HOLDERS) {
            return HolderSampler.start(settings);
        }
        try {
            return Sampler.start(settings);
        } catch (CannotProfileException e) {
            String reason = String.valueOf(e.getMessage());
            Sampling other = FlightSampler.start(settings, reason);
            facts.say("instead", reason);
            System.out.println("EventProfiler: the JDK's own recorder samples instead: " + reason);
            return other;
        }
    }

    private void end() {
        facts.iterationEnds();
        if (sampler != null) {
            sampler.stop();
        }
    }

    private void write() {
        try {
            if (sampler != null) {
                sampler.write();
            }
            Files.createDirectories(settings.folder());
            // The last to be written: where it is, everything is.
            Files.write(settings.file(".facts"), facts.lines());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the profile into " + settings.folder(), e);
        }
    }

    @Override
    public Collection<String> addJVMInvokeOptions(BenchmarkParams params) {
        return List.of();
    }

    /** Without it, the JIT knows where it is only at safepoints, and inlined frames are blamed on the next one. */
    @Override
    public Collection<String> addJVMOptions(BenchmarkParams params) {
        return List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+DebugNonSafepoints");
    }

    @Override
    public void beforeTrial(BenchmarkParams benchmark) {}

    @Override
    @SuppressWarnings("rawtypes") // JMH's signature
    public Collection<? extends Result> afterTrial(
            BenchmarkResult result, long process, File standardOutput, File standardError) {
        return List.of();
    }

    @Override
    public boolean allowPrintOut() {
        return true;
    }

    @Override
    public boolean allowPrintErr() {
        return true;
    }
}
