package org.evenkeel.compare.report;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenkeel.compare.samples.AllForms;
import org.evenkeel.compare.samples.BenchmarkNames;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.LeakcheckReader;
import org.evenkeel.kernel.PlainText;

/**
 * What people call a row.
 *
 * @param path the hot path; of a benchmark that is none, its class
 * @param form how callers come
 * @param title the first line of a table's cell
 * @param subtitle the second one
 */
public record RowName(String path, String form, String title, String subtitle) {

    private static final String PATH = "path";

    /**
     * The name of the row with this identity.
     *
     * @param names what benchmarks are called there
     */
    public static RowName of(Identity identity, BenchmarkNames names) {
        if (identity.mode().equals(LeakcheckReader.BENCHMARK)) {
            String workload = PlainText.name(identity.params().getOrDefault(PATH, identity.benchmark()));
            return new RowName(workload, "leak check", workload, "leak check");
        }
        String threads = identity.threads() == 1 ? "1 thread" : identity.threads() + " threads";
        Optional<String> hotPath = identity.hotPath();
        if (hotPath.isEmpty()) {
            String name = names.name(identity);
            int end = name.lastIndexOf('.');
            return new RowName(
                    end < 0 ? name : name.substring(0, end),
                    threads,
                    names.benchmarkLabel(identity),
                    identity.mode() + ", " + threads);
        }
        String path = PlainText.name(hotPath.get());
        String method = identity.method();
        if (method.equals(AllForms.BENCHMARK)) {
            return new RowName(path, "all forms together", path, "all forms together, " + identity.mode());
        }
        SortedMap<String, String> others = new TreeMap<>(identity.params());
        others.remove(PATH);
        String settings = others.entrySet().stream()
                .map(entry -> ", " + PlainText.name(entry.toString()))
                .collect(Collectors.joining());
        return new RowName(path, method, path, method + ", " + identity.mode() + ", " + threads + settings);
    }

    /** The benchmark on one line, whatever its mode. */
    public String subject() {
        return title + ", " + form;
    }
}
