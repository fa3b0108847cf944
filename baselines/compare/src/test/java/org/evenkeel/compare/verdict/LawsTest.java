package org.evenkeel.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.samples.Session;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What must hold of any comparison, tried on random ones. */
class LawsTest {

    private static final Map<String, String> SWAPPED =
            Map.of("REGRESSED", "IMPROVED", "IMPROVED", "REGRESSED", "ADDED", "REMOVED", "REMOVED", "ADDED");

    /** Random results of several benchmarks: per session, benchmark and fork one time in nanoseconds. */
    private record Runs(List<double[][]> base, List<double[][]> current) {

        static Runs random(Random random) {
            int benchmarks = 1 + random.nextInt(8);
            int forks = 1 + random.nextInt(5);
            double[] means = random.doubles(benchmarks, 1, 1e6).toArray();
            double[] noise = random.doubles(benchmarks, 0.001, 0.1).toArray();
            double[] change = random.doubles(benchmarks, 0.5, 1.5).toArray();
            return new Runs(
                    sessions(random, 1 + random.nextInt(4), means, noise, forks, new double[benchmarks]),
                    sessions(random, 1 + random.nextInt(2), means, noise, forks, change));
        }

        private static List<double[][]> sessions(
                Random random, int count, double[] means, double[] noise, int forks, double[] change) {
            List<double[][]> sessions = new ArrayList<>();
            for (int s = 0; s < count; s++) {
                double[][] session = new double[means.length][forks];
                for (int b = 0; b < means.length; b++) {
                    double factor = change[b] == 0 || b % 2 == 0 ? 1 : change[b];
                    for (int f = 0; f < forks; f++) {
                        session[b][f] = means[b] * factor * Math.exp(noise[b] * random.nextGaussian());
                    }
                }
                sessions.add(session);
            }
            return sessions;
        }
    }

    private static Comparison compare(List<Session> base, List<Session> current) {
        return Comparer.compare(base, current, List.of(), Options.DEFAULT);
    }

    private static List<Session> times(List<double[][]> sessions, double scale) {
        return sessions.stream()
                .map(session -> {
                    JmhText text = new JmhText();
                    for (int b = 0; b < session.length; b++) {
                        text.add("a.B.b" + b, "avgt", "ns/op", scaled(session[b], scale));
                    }
                    return text.session("run.json");
                })
                .toList();
    }

    private static List<Session> throughputs(List<double[][]> sessions) {
        return sessions.stream()
                .map(session -> {
                    JmhText text = new JmhText();
                    for (int b = 0; b < session.length; b++) {
                        double[] reciprocal = session[b].clone();
                        java.util.Arrays.setAll(reciprocal, i -> 1 / reciprocal[i]);
                        text.add("a.B.b" + b, "thrpt", "ops/ns", reciprocal);
                    }
                    return text.session("run.json");
                })
                .toList();
    }

    private static double[] scaled(double[] values, double scale) {
        return java.util.Arrays.stream(values).map(value -> value * scale).toArray();
    }

    @TestFactory
    Stream<DynamicTest> swappingTheSides_negates() {
        return seeds(runs -> {
            List<Row> forth =
                    compare(times(runs.base, 1), times(runs.current, 1)).rows();
            List<Row> back =
                    compare(times(runs.current, 1), times(runs.base, 1)).rows();
            for (int i = 0; i < forth.size(); i++) {
                String word = forth.get(i).verdict().word();
                assertThat(back.get(i).verdict().word()).isEqualTo(SWAPPED.getOrDefault(word, word));
                assertThat(log(back.get(i))).isCloseTo(-log(forth.get(i)), within(1e-9));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> rescalingBothSides_changesNothing() {
        return seeds(runs -> sameVerdicts(
                compare(times(runs.base, 1), times(runs.current, 1)),
                compare(times(runs.base, 1024), times(runs.current, 1024))));
    }

    @TestFactory
    Stream<DynamicTest> throughputAndItsReciprocalTime_giveTheSameVerdict() {
        return seeds(runs -> sameVerdicts(
                compare(times(runs.base, 1), times(runs.current, 1)),
                compare(throughputs(runs.base), throughputs(runs.current))));
    }

    @TestFactory
    Stream<DynamicTest> orderOfSessions_doesNotMatter() {
        return seeds(runs -> {
            List<Session> base = new ArrayList<>(times(runs.base, 1));
            List<Session> current = new ArrayList<>(times(runs.current, 1));
            Comparison first = compare(base, current);
            Collections.reverse(base);
            Collections.reverse(current);
            sameVerdicts(first, compare(base, current));
        });
    }

    @TestFactory
    Stream<DynamicTest> orderOfRows_doesNotMatter() {
        return seeds(runs -> {
            double[][] session = runs.base.get(0);
            JmhText forward = new JmhText();
            JmhText backward = new JmhText();
            for (int b = 0; b < session.length; b++) {
                forward.add("a.B.b" + b, "avgt", "ns/op", session[b]);
                int last = session.length - 1 - b;
                backward.add("a.B.b" + last, "avgt", "ns/op", session[last]);
            }
            List<Session> current = times(runs.current, 1);
            sameVerdicts(
                    compare(List.of(forward.session("run.json")), current),
                    compare(List.of(backward.session("run.json")), current));
        });
    }

    private static void sameVerdicts(Comparison one, Comparison other) {
        assertThat(other.rows()).hasSameSizeAs(one.rows());
        for (int i = 0; i < one.rows().size(); i++) {
            Row row = one.rows().get(i);
            assertThat(other.rows().get(i).verdict().word())
                    .isEqualTo(row.verdict().word());
            assertThat(log(other.rows().get(i))).isCloseTo(log(row), within(1e-9));
        }
    }

    private static double log(Row row) {
        return Math.log1p(row.verdict().change().orElseThrow().relative().orElseThrow());
    }

    private static Stream<DynamicTest> seeds(Consumer<Runs> law) {
        return LongStream.rangeClosed(1, 50)
                .mapToObj(seed ->
                        DynamicTest.dynamicTest("seed " + seed, () -> law.accept(Runs.random(new Random(seed)))));
    }
}
