package org.evenkeel.leakcheck.helper;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.evenkeel.kernel.Interval;
import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.leakcheck.report.LeakFacts;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.verdict.GrowthRate;

/**
 * What a helper process answers the JVM that it checked: as much of the report as that JVM needs, which has no library to
 * read the whole.
 *
 * @param verdict the answer
 * @param message the report's paragraph and the facts below it
 * @param heap growth of the heap in bytes per operation; empty with too few samples, or when the heap was not looked at
 */
public record HostResult(LeakVerdictName verdict, String message, Optional<GrowthRate> heap) {

    /** Of a report. */
    static HostResult of(LeakReport report) {
        return new HostResult(
                report.verdictName(),
                LeakFacts.render(report),
                report.verdict().evidence().rate());
    }

    /** Writes it. */
    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("verdict", verdict.name());
        properties.setProperty("message", message);
        heap.ifPresent(rate -> {
            properties.setProperty("estimate", Double.toString(rate.perOperation()));
            properties.setProperty("lower", Double.toString(rate.interval().lower()));
            properties.setProperty("upper", Double.toString(rate.interval().upper()));
            properties.setProperty(
                    "confidenceLevel", Double.toString(rate.interval().confidenceLevel()));
        });
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static HostResult read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        Optional<GrowthRate> heap = properties.containsKey("estimate")
                ? Optional.of(new GrowthRate(
                        number(properties, "estimate"),
                        new Interval(
                                number(properties, "lower"),
                                number(properties, "upper"),
                                number(properties, "confidenceLevel"))))
                : Optional.empty();
        return new HostResult(
                LeakVerdictName.valueOf(properties.getProperty("verdict")), properties.getProperty("message"), heap);
    }

    private static double number(Properties properties, String key) {
        return Double.parseDouble(properties.getProperty(key));
    }
}
