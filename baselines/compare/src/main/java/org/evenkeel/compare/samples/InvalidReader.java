package org.evenkeel.compare.samples;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Reads the list of benchmarks whose run broke an invariant or crashed. */
public final class InvalidReader {

    private InvalidReader() {}

    /**
     * Reads a whole file.
     *
     * @throws org.evenkeel.kernel.BadInputException when it is not such a list
     */
    public static List<InvalidBenchmark> read(InputStream in, String source) {
        return JsonCursor.document(in, source, cursor -> {
            List<InvalidBenchmark> invalid = new ArrayList<>();
            cursor.startArray("the invalid benchmarks");
            while (cursor.nextElement()) {
                invalid.add(one(cursor));
            }
            return invalid;
        });
    }

    private static InvalidBenchmark one(JsonCursor cursor) throws IOException {
        String benchmark = null;
        String mode = null;
        String reason = null;
        int threads = 1;
        TreeMap<String, String> params = new TreeMap<>();
        cursor.inObject("an invalid benchmark");
        for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
            switch (field) {
                case "benchmark" -> benchmark = cursor.text("the benchmark's name");
                case "mode" -> mode = cursor.text("the mode");
                case "reason" -> reason = cursor.text("the reason");
                case "threads" -> threads = Math.max(1, cursor.wholeNumber("the thread count"));
                case "params" -> {
                    cursor.inObject("the parameters");
                    for (String name = cursor.nextField(); name != null; name = cursor.nextField()) {
                        params.put(name, cursor.scalar("parameter " + name));
                    }
                }
                default -> cursor.skip();
            }
        }
        if (benchmark == null || mode == null || reason == null) {
            throw cursor.error("an invalid benchmark lacks "
                    + (benchmark == null ? "\"benchmark\"" : mode == null ? "\"mode\"" : "\"reason\""));
        }
        return new InvalidBenchmark(new Identity(benchmark, mode, threads, params, Metric.SCORE), reason);
    }
}
