package org.evenkeel.jmh;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.ExternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Weighs what the path keeps for each of its items: {@code -prof org.evenkeel.jmh.FootprintProfiler}.
 *
 * <p>The secondary result {@value #METRIC} is in bytes per item. After each fork a JVM of its own, with the same arguments,
 * builds the state and weighs it. So the measured JVM never sees the code that does it, and the result depends neither on
 * how many operations there were nor on who made them. A path that keeps nothing has no such result.
 */
public final class FootprintProfiler implements ExternalProfiler {

    static final String METRIC = "footprint";

    @Override
    public String getDescription() {
        return "Bytes that the hot path keeps for each of its items";
    }

    @Override
    public Collection<String> addJVMInvokeOptions(BenchmarkParams params) {
        return List.of();
    }

    @Override
    public Collection<String> addJVMOptions(BenchmarkParams params) {
        return List.of();
    }

    @Override
    public void beforeTrial(BenchmarkParams params) {}

    @Override
    @SuppressWarnings("rawtypes") // JMH's signature
    public Collection<? extends Result> afterTrial(BenchmarkResult fork, long pid, File stdOut, File stdErr) {
        OptionalDouble bytes = weigh(fork.getParams());
        return bytes.isPresent()
                ? List.of(new ScalarResult(METRIC, bytes.getAsDouble(), "B", AggregationPolicy.AVG))
                : List.of();
    }

    private static OptionalDouble weigh(BenchmarkParams params) {
        List<String> command = new ArrayList<>();
        command.add(params.getJvm());
        command.addAll(params.getJvmArgs());
        command.addAll(Weigher.jvmOptions());
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), Weigher.class.getName(), params.getParam("path")));
        try {
            Process weigher = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            weigher.getOutputStream().close();
            String output = new String(weigher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = weigher.waitFor();
            if (status != 0) {
                throw new IllegalStateException(
                        "the JVM that weighs " + params.getParam("path") + " ended with status " + status);
            }
            return Weigher.read(output);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the JVM that weighs " + params.getParam("path"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalDouble.empty();
        }
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
