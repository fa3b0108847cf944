package org.evenkeel.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.samples.Session;

/** Sessions of one benchmark, and what becomes of them with the default options. */
final class SmallComparisons {

    static final String ALLOCATION = "gc.alloc.rate.norm";

    private SmallComparisons() {}

    static Comparison compare(Session base, Session current) {
        return compare(List.of(base), List.of(current));
    }

    static Comparison compare(List<Session> base, List<Session> current) {
        return Comparer.compare(base, current, List.of(), Options.DEFAULT);
    }

    /** @param forks nanoseconds per operation, one number a fork */
    static Session avgt(double... forks) {
        return new JmhText().add("a.B.c", "avgt", "ns/op", forks).session("run.json");
    }

    /** @param bytes per operation, one number a fork, each of which takes a microsecond */
    static Session allocating(double... bytes) {
        double[] time = new double[bytes.length];
        Arrays.fill(time, 1000);
        return new JmhText()
                .add("a.B.c", "avgt", 1, Map.of(), "ns/op", Map.of(ALLOCATION, bytes), time)
                .session("run.json");
    }

    /** @param forks bytes per operation, the iterations of each fork */
    static Session allocatingInEach(double[]... forks) {
        double[] time = new double[forks.length];
        Arrays.fill(time, 1000);
        String text = new JmhText()
                .add("a.B.c", "avgt", 1, Map.of(), "ns/op", Map.of(ALLOCATION, new double[] {-7}), time)
                .text()
                .replace("[[-7.0]]", Arrays.deepToString(forks));
        return JmhText.read(text, "run.json");
    }

    static Row only(Comparison comparison) {
        assertThat(comparison.rows()).hasSize(1);
        return comparison.rows().get(0);
    }

    static Verdict verdictOf(Comparison comparison, String metric) {
        return comparison.rows().stream()
                .filter(row -> row.identity().metric().equals(metric))
                .findFirst()
                .orElseThrow()
                .verdict();
    }
}
