package org.evenkeel.compare.samples;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.kernel.Interval;
import org.evenkeel.kernel.LeakVerdictName;
import org.jspecify.annotations.Nullable;

/** Reads what the leak checker wrote: one result, or an array of them. */
public final class LeakcheckReader {

    /** The benchmark name of rows of the leak checker; the workload is their parameter {@code path}. */
    public static final String BENCHMARK = "leakcheck";

    private LeakcheckReader() {}

    /**
     * Reads a whole file.
     *
     * @throws org.evenkeel.kernel.BadInputException when it is not a result of the leak checker
     */
    public static List<LeakResult> read(InputStream in, String source) {
        return JsonCursor.document(in, source, LeakcheckReader::results);
    }

    /** Whether a row is that of a workload. */
    public static boolean isOf(String workload, Identity identity) {
        return identityOf(workload).equals(identity);
    }

    /** The row of a workload. */
    static Identity identityOf(String workload) {
        return new Identity(BENCHMARK, BENCHMARK, 1, new TreeMap<>(Map.of("path", workload)), Metric.LEAK_RATE);
    }

    private static List<LeakResult> results(JsonCursor cursor) throws IOException {
        cursor.next();
        if (!cursor.isArray()) {
            return List.of(result(cursor));
        }
        List<LeakResult> results = new ArrayList<>();
        while (cursor.nextElement()) {
            results.add(result(cursor));
        }
        return results;
    }

    private static LeakResult result(JsonCursor cursor) throws IOException {
        String workload = null;
        LeakVerdictName verdict = null;
        Rate rate = Rate.NONE;
        cursor.inObject("a result of the leak checker");
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            switch (field) {
                case "workload" -> workload = cursor.text("the workload");
                case "verdict" -> verdict = verdict(cursor);
                case "bytesPerOperation" -> rate = cursor.isNull() ? Rate.NONE : rate(cursor);
                default -> cursor.skip();
            }
        }
        if (workload == null || verdict == null) {
            throw cursor.error(
                    "a result of the leak checker lacks " + (workload == null ? "\"workload\"" : "\"verdict\""));
        }
        return new LeakResult(identityOf(workload), verdict, rate.estimate(), rate.interval());
    }

    private static LeakVerdictName verdict(JsonCursor cursor) throws IOException {
        String word = cursor.text("the verdict");
        return Arrays.stream(LeakVerdictName.values())
                .filter(verdict -> verdict.name().equals(word))
                .findFirst()
                .orElseThrow(() -> cursor.error("expected one of the verdicts "
                        + Arrays.toString(LeakVerdictName.values()) + ", found \"" + word + "\""));
    }

    private record Rate(Optional<Double> estimate, Optional<Interval> interval) {
        static final Rate NONE = new Rate(Optional.empty(), Optional.empty());
    }

    private static Rate rate(JsonCursor cursor) throws IOException {
        Double estimate = null;
        Double lower = null;
        Double upper = null;
        double confidence = 0.95;
        cursor.inObject("bytesPerOperation");
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            switch (field) {
                case "estimate" -> estimate = optional(cursor, field);
                case "lower" -> lower = optional(cursor, field);
                case "upper" -> upper = optional(cursor, field);
                case "confidenceLevel" -> confidence = cursor.number(field);
                default -> cursor.skip();
            }
        }
        Optional<Interval> interval = Optional.empty();
        if (lower != null && upper != null) {
            if (!(lower <= upper && confidence > 0 && confidence < 1)) {
                throw cursor.error("bytesPerOperation has no sensible bounds: lower " + lower + ", upper " + upper
                        + ", confidenceLevel " + confidence);
            }
            interval = Optional.of(new Interval(lower, upper, confidence));
        }
        return new Rate(Optional.ofNullable(estimate).filter(Double::isFinite), interval);
    }

    private static @Nullable Double optional(JsonCursor cursor, String field) throws IOException {
        return cursor.isNull() ? null : (Double) cursor.number(field);
    }
}
