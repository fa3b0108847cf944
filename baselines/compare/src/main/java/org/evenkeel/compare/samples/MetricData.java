package org.evenkeel.compare.samples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One metric of a result as it stands in the file.
 *
 * @param unit the score's unit
 * @param score what JMH computed; used only where there is no raw data
 * @param raw the iterations of each fork; empty when the file has a histogram or nothing
 * @param histograms one per fork for sample time, otherwise empty
 */
record MetricData(String unit, double score, RawData raw, List<ForkHistogram> histograms) {

    static MetricData read(JsonCursor cursor, String what) throws IOException {
        String unit = null;
        double score = Double.NaN;
        RawData raw = null;
        List<ForkHistogram> histograms = null;
        cursor.inObject(what);
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            switch (field) {
                case "score" -> score = cursor.number("the score of " + what);
                case "scoreUnit" -> unit = once(cursor, unit, field, cursor.text("the unit of " + what));
                case "rawData" -> raw = once(cursor, raw, field, RawData.read(cursor, "rawData"));
                case "rawDataHistogram" -> histograms = once(cursor, histograms, field, histograms(cursor));
                default -> cursor.skip();
            }
        }
        if (unit == null) {
            throw cursor.error(what + " lacks \"scoreUnit\"");
        }
        return new MetricData(
                unit, score, raw == null ? new RawData(List.of()) : raw, histograms == null ? List.of() : histograms);
    }

    /** The iterations, which a primary metric must have. */
    RawData required(JsonCursor cursor) {
        if (raw.isEmpty()) {
            throw cursor.error(
                    "the result has no raw data, and forks cannot be told apart without; run JMH without -Djmh.json.rawData=false");
        }
        return raw;
    }

    /** One mean per fork; the score alone where a profiler reports once for the whole run; none where it reports nothing. */
    double[] meansOrScore() {
        if (!raw.isEmpty()) {
            return raw.means();
        }
        return Double.isNaN(score) ? new double[0] : new double[] {score};
    }

    /** The iterations of each fork; the score alone where there are none. */
    List<double[]> iterationsOrScore() {
        return raw.isEmpty() ? List.of(new double[] {score}) : raw.forks();
    }

    private static <T> T once(JsonCursor cursor, @Nullable T before, String field, T now) {
        if (before != null) {
            throw cursor.error("\"" + field + "\" is there twice in one metric");
        }
        return now;
    }

    private static List<ForkHistogram> histograms(JsonCursor cursor) throws IOException {
        List<ForkHistogram> forks = new ArrayList<>();
        cursor.inArray("rawDataHistogram");
        while (cursor.nextElement()) {
            ForkHistogram fork = new ForkHistogram();
            cursor.inArray("a fork of rawDataHistogram");
            while (cursor.nextElement()) {
                cursor.inArray("an iteration of rawDataHistogram");
                while (cursor.nextElement()) {
                    pair(cursor, fork);
                }
                fork.endIteration();
            }
            if (!fork.isEmpty()) {
                forks.add(fork);
            }
        }
        return forks;
    }

    private static void pair(JsonCursor cursor, ForkHistogram fork) throws IOException {
        cursor.inArray("a value with its count");
        cursor.next();
        double value = cursor.number("a time");
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw cursor.expected("a time that is not negative");
        }
        cursor.next();
        long count = cursor.longValue("how often it was seen");
        if (count < 1 || count > 1L << 40) {
            throw cursor.expected("a count of at least 1");
        }
        // Minus zero is zero, but sorts before it.
        fork.add(value + 0.0, count);
        if (cursor.nextElement()) {
            throw cursor.expected("a value with its count and nothing else");
        }
    }
}
