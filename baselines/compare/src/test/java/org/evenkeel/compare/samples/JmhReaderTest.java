package org.evenkeel.compare.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.evenkeel.compare.JmhText;
import org.evenkeel.kernel.BadInputException;
import org.junit.jupiter.api.Test;

class JmhReaderTest {

    @Test
    void read_fileOfVersion121_hasThreadsParamsAndBothMetrics() throws IOException {
        Session session = resource("jmh-1.21.json");

        Identity identity = new Identity(
                "org.sample.Json.parse", "thrpt", 4, new TreeMap<>(Map.of("kind", "small", "size", "10")), "score");
        Series score = Objects.requireNonNull(session.series().get(identity));
        assertThat(score.forks()[0]).as("geometric mean of 2 and 8").isCloseTo(4, within(1e-12));
        assertThat(score.forks()[1]).isCloseTo(3, within(1e-12));
        assertThat(score.metric()).isEqualTo(Metric.score("ops/us", Direction.LARGER_IS_BETTER));
        assertThat(score.facts())
                .containsEntry("jmh.version", "1.21")
                .containsEntry("jvm.flags", "-Dsample=true -Xmx1g")
                .containsEntry("jvm.version", "25.191-b12");

        Series allocation = Objects.requireNonNull(session.series().get(identity.withMetric("gc.alloc.rate.norm")));
        assertThat(allocation.forks()).containsExactly(49, 48);
        assertThat(allocation.metric().kind()).isEqualTo(MetricKind.EXACT);

        Series churn = Objects.requireNonNull(session.series().get(identity.withMetric("gc.churn.PS_Eden_Space")));
        assertThat(churn.metric().kind()).isEqualTo(MetricKind.INFORMATIVE);
        assertThat(churn.isFinite()).isFalse();
    }

    @Test
    void read_sampleTime_poolsTheHistogramOfAFork() throws IOException {
        Session session = resource("jmh-1.37-sample.json");

        Identity identity = new Identity("org.sample.Json.parse", "sample", 1, new TreeMap<>(), "score");
        assertThat(forks(session, identity)[0]).isCloseTo((90 + 18 + 100) / 100.0, within(1e-12));
        assertThat(forks(session, identity.withMetric("p50"))).containsExactly(1, 3);
        assertThat(forks(session, identity.withMetric("p90"))).containsExactly(1, 3);
        assertThat(forks(session, identity.withMetric("p95"))).containsExactly(2, 3);
        assertThat(forks(session, identity.withMetric("p99"))).containsExactly(2, 3);
        assertThat(forks(session, identity.withMetric("p99.9"))).containsExactly(100, 3);
    }

    @Test
    void read_sameBenchmarkWithOtherThreads_isAnotherIdentity() {
        Session session = new JmhText()
                .add("a.B.c", "thrpt", 1, Map.of(), "ops/s", Map.of(), 5)
                .add("a.B.c", "thrpt", 50, Map.of(), "ops/s", Map.of(), 7)
                .session("run.json");

        assertThat(session.series()).hasSize(2);
    }

    @Test
    void read_sameIdentityTwice_namesBothLines() {
        JmhText text = new JmhText()
                .add("a.B.c", "thrpt", 1, Map.of("x", "1", "y", "2"), "ops/s", Map.of(), 5)
                .add("a.B.c", "thrpt", 1, Map.of("y", "2", "x", "1"), "ops/s", Map.of(), 5);

        assertThatThrownBy(() -> text.session("run.json"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("run.json:8: ")
                .hasMessageContaining("is there twice, first at run.json:2");
    }

    @Test
    void read_notANumber_isKeptAsUnusable() {
        Session session = JmhText.read(
                new JmhText().add("a.B.c", "avgt", "ns/op", 5, 6).text().replace("[6.0]", "[\"NaN\"]"), "run.json");

        Series series = session.series().values().iterator().next();
        assertThat(series.isFinite()).isFalse();
        assertThat(series.isPositive()).isFalse();
    }

    @Test
    void read_truncatedFile_saysWhereItEnds() {
        String whole = new JmhText().add("a.B.c", "avgt", "ns/op", 5, 6).text();

        assertThatThrownBy(() -> JmhText.read(whole.substring(0, whole.indexOf("rawData")), "run.json"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("run.json:6: the file ends in the middle");
        assertThatThrownBy(() -> JmhText.read(whole.substring(0, whole.lastIndexOf(']')), "run.json"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("the file ends in the middle");
    }

    @Test
    void read_whatIsNoJmhFile_saysWhatWasExpected() {
        assertThatThrownBy(() -> JmhText.read("{}", "run.json"))
                .hasMessage("run.json:1: expected the results of a JMH run as an array, found an object");
        assertThatThrownBy(() -> JmhText.read("[] []", "run.json"))
                .hasMessage("run.json:1: expected the end of the file, found an array");
        assertThatThrownBy(() -> JmhText.read("[{}]", "run.json")).hasMessageContaining("lacks \"benchmark\"");
        assertThatThrownBy(() -> JmhText.read("", "run.json")).hasMessageContaining("found the end of the file");
        assertThatThrownBy(() -> JmhText.read("<html>", "run.json")).hasMessageContaining("run.json:1: not JSON");
    }

    @Test
    void read_modeAndUnitThatContradict_isRefused() {
        assertThatThrownBy(() -> new JmhText().add("a.B.c", "thrpt", "ns/op", 1).session("run.json"))
                .hasMessageContaining("mode \"thrpt\" does not go with the unit \"ns/op\"");
        assertThatThrownBy(() -> new JmhText().add("a.B.c", "avgt", "ops/s", 1).session("run.json"))
                .hasMessageContaining("mode \"avgt\" does not go with the unit \"ops/s\"");
        assertThatThrownBy(() -> new JmhText().add("a.B.c", "fast", "ops/s", 1).session("run.json"))
                .hasMessageContaining("expected one of the modes thrpt, avgt, sample, ss, found \"fast\"");
    }

    @Test
    void read_resultWithoutRawData_saysHowToGetIt() {
        String text = new JmhText().add("a.B.c", "avgt", "ns/op", 5).text().replace("[[5.0]]", "[]");

        assertThatThrownBy(() -> JmhText.read(text, "run.json")).hasMessageContaining("jmh.json.rawData");
    }

    private static double[] forks(Session session, Identity identity) {
        return Objects.requireNonNull(session.series().get(identity)).forks();
    }

    private static Session resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(JmhReaderTest.class.getResourceAsStream(name))) {
            return JmhReader.read(in, name);
        }
    }

    @Test
    void read_forkOfMoreIterationsThanJmhWrites_isRefusedBeforeItTakesAllMemory() {
        String start = "[{\"benchmark\":\"a.B.c\",\"mode\":\"thrpt\",\"threads\":1,\"primaryMetric\":{\"rawData\":[[1";
        // As a file of two megabytes can unpack to.
        InputStream endless = new InputStream() {
            private int next;

            @Override
            public int read() {
                return next++ % 2 == 0 ? ',' : '1';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                for (int i = from; i < from + length; i++) {
                    into[i] = (byte) read();
                }
                return length;
            }
        };

        assertThatThrownBy(() -> JmhReader.read(
                        new SequenceInputStream(
                                new ByteArrayInputStream(start.getBytes(StandardCharsets.UTF_8)), endless),
                        "x.json"))
                .isInstanceOf(BadInputException.class)
                .hasMessage("x.json:1: a fork of rawData has more than 10,000,000 iterations; JMH writes no such file");
    }
}
