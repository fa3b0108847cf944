package org.evenkeel.suite.nightly.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.evenkeel.compare.samples.Direction;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.suite.nightly.samples.CsvHistoryReader;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Night;
import org.evenkeel.suite.nightly.verdict.HistoryJudge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {

    private static final Path PROMTOOL = Path.of(System.getProperty("evenkeel.promtool", "/usr/bin/promtool"));
    private static final String HOSTILE = "a \"quoted\" \\ name,\nof two lines";

    @TempDir
    Path folder;

    private static History history() {
        History.Builder history = new History.Builder();
        for (int night = 0; night < 40; night++) {
            // The clock is put back once.
            long millis = 1_700_000_000_000L + (night == 20 ? 5 : night) * 86_400_000L + 123;
            history.night(new Night(night, millis, night == 3 ? "" : "c" + night));
            double step = night < 25 ? 1 : 1.3;
            add(history, "score", "ns/op", MetricKind.TIME, Direction.SMALLER_IS_BETTER, 1500 * step, 1510 * step);
            add(history, "rate", "ops/ms", MetricKind.TIME, Direction.LARGER_IS_BETTER, 12);
            add(history, "gc.alloc.rate.norm", "B/op", MetricKind.EXACT, Direction.SMALLER_IS_BETTER, 24, 24);
            add(history, "odd", "foxes", MetricKind.TIME, Direction.SMALLER_IS_BETTER, 3);
        }
        return history.build();
    }

    private static void add(
            History.Builder history,
            String metric,
            String unit,
            MetricKind kind,
            Direction direction,
            double... forks) {
        history.add(
                new Identity("acme.Json.parse", "avgt", 4, new TreeMap<>(Map.of("text", HOSTILE)), metric),
                new Metric(metric, unit, kind, direction),
                Arrays.stream(forks).boxed().toList());
    }

    @Test
    void openMetrics_isInBaseUnits_withTheTimeOfEachNight() {
        History history = history();
        String text = OpenMetrics.render(history, HistoryJudge.judge(history), 1);

        assertThat(text)
                .contains("# TYPE evenkeel_time_seconds gauge\n# UNIT evenkeel_time_seconds seconds\n")
                .containsPattern(
                        "evenkeel_time_seconds\\{benchmark=\"acme.Json.parse\",metric=\"score\",mode=\"avgt\","
                                + "params=\"text=a \\\\\"quoted\\\\\" \\\\\\\\ name,\\\\nof two lines\",threads=\"4\"} 1\\.956\\d*E-6 1703369600\\.123\n")
                .containsPattern("evenkeel_throughput_operations_per_second\\{.*} 12000\\.0 ")
                .containsPattern("evenkeel_operation_bytes\\{.*} 24\\.0 ")
                .containsPattern("evenkeel_other\\{.*unit=\"foxes\"} 3\\.0 ")
                .contains("evenkeel_night_info{commit=\"c39\",run=\"39\"} 1.0 1703369600.123\n")
                .endsWith("# EOF\n");
        assertThat(OpenMetrics.render(history, HistoryJudge.judge(history), 40)).contains("evenkeel_alarm_ratio{");
    }

    /** Prometheus is the parser that a team will use. */
    @Test
    void openMetrics_asPrometheusReadsIt_isWholeAndSound() throws Exception {
        assumeThat(Files.isExecutable(PROMTOOL))
                .as("promtool of Debian's package prometheus")
                .isTrue();
        History history = history();
        Path file = folder.resolve("history.om");
        Files.writeString(file, OpenMetrics.render(history, HistoryJudge.judge(history), 400));
        Path blocks = folder.resolve("blocks");

        assertThat(promtool("tsdb", "create-blocks-from", "openmetrics", file.toString(), blocks.toString()))
                .doesNotContain("error");
        Files.createDirectories(blocks.resolve("wal"));
        String dump = promtool("tsdb", "dump", blocks.toString());
        // 40 nights less the one whose time is that of another.
        assertThat(dump.lines().filter(line -> line.contains("evenkeel_time_seconds")))
                .hasSizeBetween(38, 40);
        assertThat(dump.lines().filter(line -> line.contains("evenkeel_night_info")))
                .hasSize(40);
    }

    private static String promtool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(PROMTOOL.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    @Test
    void csv_hasALineForEachNight_andQuotesNames() {
        String text = CsvHistory.render(history(), 2);

        assertThat(text)
                .startsWith("run,date_epoch_ms,commit,benchmark,mode,threads,params,metric,unit,value,forks\r\n");
        assertThat(text)
                .contains(
                        "39,1703369600123,c39,acme.Json.parse,avgt,4,\"text=a \"\"quoted\"\" \\ name,\nof two lines\",score,ns/op,")
                .contains(",1950.0 1963.0\r\n")
                .doesNotContain("37,");
    }

    @Test
    void csv_thatIsImported_isTheHistoryThatWasExported() throws Exception {
        History history = history();
        Path file = Files.writeString(folder.resolve("history.csv"), CsvHistory.render(history, 40));

        try (BufferedReader in = Files.newBufferedReader(file)) {
            History imported = CsvHistoryReader.read(in, "history.csv");

            assertThat(imported.nights()).isEqualTo(history.nights());
            assertThat(imported.lives()).isEqualTo(history.lives());
        }
    }
}
