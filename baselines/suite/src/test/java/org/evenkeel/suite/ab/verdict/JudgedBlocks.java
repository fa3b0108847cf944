package org.evenkeel.suite.ab.verdict;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.samples.Fork;
import org.evenkeel.compare.samples.ForkReader;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Row;

/** Blocks of the benchmark {@code a.B.c}, and what the judge makes of them. */
final class JudgedBlocks {

    /** Its score. */
    static final Identity SCORE = new Identity("a.B.c", "avgt", 1, new TreeMap<>(), "score");

    private JudgedBlocks() {}

    /** One benchmark in a run of its own. */
    static Comparison judge(Measured measured) {
        return SequentialJudge.judge(List.of(measured), SequentialRule.OPTIONS);
    }

    /** The row of its score. */
    static Row score(Comparison comparison) {
        return row(comparison, "score");
    }

    /** The row of one of its metrics. */
    static Row row(Comparison comparison, String metric) {
        return comparison.rows().stream()
                .filter(row -> row.identity().equals(SCORE.withMetric(metric)))
                .findFirst()
                .orElseThrow();
    }

    /** Blocks of which each number of the current side is so many times that of the base. */
    static Measured measured(int blocks, double slowdown, Optional<String> broken, Optional<String> notJudged) {
        Random random = new Random(61);
        List<Fork> base = new ArrayList<>();
        List<Fork> current = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            // What a session does to both of its forks is a hundred times what we look for.
            double session = Math.exp(random.nextGaussian());
            base.add(fork(session * (100 + random.nextGaussian())));
            current.add(fork(session * slowdown * (100 + random.nextGaussian())));
        }
        return new Measured(SCORE, base, current, broken, notJudged, Duration.ofSeconds(6));
    }

    /** A fork of which JMH wrote these iterations. */
    static Fork fork(double... iterations) {
        String json =
                new JmhText().addFork("a.B.c", "avgt", "ns/op", iterations).text();
        return ForkReader.read(json.getBytes(StandardCharsets.UTF_8), "fork.json");
    }
}
