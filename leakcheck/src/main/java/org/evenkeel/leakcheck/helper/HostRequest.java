package org.evenkeel.leakcheck.helper;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenkeel.leakcheck.plan.GrowthLimits;
import org.evenkeel.leakcheck.plan.LeakCheckPlan;
import org.evenkeel.leakcheck.samples.Signal;

/**
 * What a JVM asks of the helper process that checks it, as a file between the two.
 *
 * @param pid the process to look at
 * @param plan what to do; its workload, class path and JVM are those of the process
 * @param signals what to look at
 * @param report the folder that the report goes to
 * @param result the file that the answer goes to, as {@link HostResult} writes it
 */
public record HostRequest(long pid, LeakCheckPlan plan, Set<Signal> signals, Path report, Path result) {

    public HostRequest {
        signals = Set.copyOf(signals);
        if (signals.isEmpty()) {
            throw new IllegalArgumentException("no signal to look at");
        }
    }

    /** Writes it. */
    public void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("name", plan.name());
        properties.setProperty("threads", Integer.toString(plan.threads()));
        plan.operationsPerBatch().ifPresent(n -> properties.setProperty("operations", Long.toString(n)));
        properties.setProperty("budget", plan.budget().toString());
        plan.limits()
                .bytesPerOperation()
                .ifPresent(rate -> properties.setProperty("bytesPerOperation", Double.toString(rate)));
        plan.limits()
                .relativeGrowth()
                .ifPresent(share -> properties.setProperty("relativeGrowth", Double.toString(share)));
        properties.setProperty("seed", Long.toString(plan.seed()));
        properties.setProperty("cause", Boolean.toString(plan.cause()));
        properties.setProperty("signals", signals.stream().map(Signal::label).collect(Collectors.joining(",")));
        properties.setProperty("report", report.toString());
        properties.setProperty("result", result.toString());
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
    }

    /** Reads what {@link #write} wrote. */
    static HostRequest read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        String name = properties.getProperty("name");
        LeakCheckPlan.Builder plan = LeakCheckPlan.of(name, List.of())
                .threads(Integer.parseInt(properties.getProperty("threads")))
                .budget(Duration.parse(properties.getProperty("budget")))
                .seed(Long.parseLong(properties.getProperty("seed")))
                .cause(Boolean.parseBoolean(properties.getProperty("cause")))
                .limits(new GrowthLimits(
                        number(properties, "bytesPerOperation"), number(properties, "relativeGrowth")));
        if (properties.containsKey("operations")) {
            plan.operationsPerBatch(Long.parseLong(properties.getProperty("operations")));
        }
        return new HostRequest(
                Long.parseLong(properties.getProperty("pid")),
                plan.build(),
                Arrays.stream(properties.getProperty("signals").split(",", -1))
                        .map(label -> Signal.labelled(label).orElseThrow())
                        .collect(Collectors.toUnmodifiableSet()),
                Path.of(properties.getProperty("report")),
                Path.of(properties.getProperty("result")));
    }

    private static OptionalDouble number(Properties properties, String key) {
        String value = properties.getProperty(key);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(value));
    }
}
