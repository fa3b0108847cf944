package org.evenkeel.suite.nightly.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.evenkeel.kernel.Commands;
import org.evenkeel.suite.Evenkeel;
import org.evenkeel.suite.nightly.samples.CsvHistoryReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryCommandTest {

    private static final String HEADER = "run,date_epoch_ms,commit,benchmark,ns_per_op\n";

    @TempDir
    Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @Test
    void judge_csvWithAStep_printsTheJsonThatScriptsRelyOn() throws IOException {
        assertThat(run("judge", "--csv", csv(80, 50).toString(), "--format", "json"))
                .isEqualTo(1);

        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.get("alarms")).hasSize(1);
        assertThat(json.get("alarms").get(0).get("run").asInt()).isEqualTo(50);
        assertThat(json.get("alarms").get(0).get("benchmark").asText()).isEqualTo("acme.Json.write");
        JsonNode change = json.get("changePoints").get(0);
        assertThat(change.get("benchmark").asText()).isEqualTo("acme.Json.write");
        assertThat(change.get("afterRun").asInt()).isEqualTo(49);
        assertThat(change.get("beforeRun").asInt()).isEqualTo(50);
        assertThat(change.get("lower").asDouble()).isLessThan(0.2);
        assertThat(change.get("upper").asDouble()).isGreaterThan(0.2);
        assertThat(json.get("setAside")).isEmpty();
    }

    @Test
    void judge_console_namesCommitsSizeAndNight() throws IOException {
        assertThat(run("judge", "--csv", csv(80, 50).toString())).isEqualTo(1);

        assertThat(out.toString())
                .contains("1 alarm(s):\n  run 50: Json.write avgt t=1 score is slower by +")
                .containsPattern("since \\d{4}-\\d\\d-\\d\\d, run 50 \\(c50\\)")
                .contains("between run 49 (c49) and run 50 (c50)");
    }

    @Test
    void judge_classesOfOneName_areToldApartWhereverTheyAreNamed() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int run = 0; run < 40; run++) {
            String before = run + "," + (1_700_000_000_000L + run * 86_400_000L) + ",c" + run + ",";
            double wave = 100 + run % 3;
            text.append(before + "acme.js.Load.x," + wave * (run < 20 ? 1 : 2) + "\n");
            text.append(before + "acme.jvm.Load.x," + wave + "\n");
            text.append(run < 30 ? before + "acme.js.Gone.x," + wave + "\n" : "");
            text.append(before + "acme.jvm.Gone.x," + wave + "\n");
        }
        Path file = Files.writeString(folder.resolve("apart.csv"), text);

        assertThat(run("judge", "--csv", file.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("js.Load.x avgt t=1 score is slower by", "js.Load.x avgt t=1 score: +")
                .contains("js.Gone.x avgt t=1 is gone")
                .doesNotContain("  Load.x", "  Gone.x", ": Load.x");
        String place = folder.resolve("history").toString();
        run("import", "--history", place, file.toString());
        out = new StringWriter();
        assertThat(run("show", "--history", place)).isZero();
        assertThat(out.toString()).contains("  js.Load.x avgt", "  jvm.Load.x avgt");
        out = new StringWriter();
        assertThat(run("show", "--history", place, "jvm.Load.x avgt")).isZero();
        assertThat(out.toString()).contains("40 nights");
    }

    @Test
    void judge_statusOfTheLastNights_forgetsWhatIsKnown() throws IOException {
        assertThat(run("judge", "--csv", csv(80, 50).toString(), "--last", "5")).isZero();
        assertThat(run("judge", "--csv", csv(80, 50).toString(), "--last", "40"))
                .isEqualTo(1);
    }

    @Test
    void judge_lastNightAloneFarSlower_isSaidAndNoGreen() throws IOException {
        Path file = csv(40, 40);
        Files.writeString(file, "40,3456000000,c40,acme.Json.write,1000\n", java.nio.file.StandardOpenOption.APPEND);

        assertThat(run("judge", "--csv", file.toString())).isEqualTo(4);
        assertThat(out.toString())
                .contains(
                        "0 alarm(s)", "1 benchmark(s) worse on the last night alone:\n  Json.write avgt t=1 score was")
                .contains("in run 40 (c40), far beyond its limit; not yet sure, the next night tells");
        out = new StringWriter();
        assertThat(run("judge", "--csv", file.toString(), "--format", "json")).isEqualTo(4);
        JsonNode suspect =
                new ObjectMapper().readTree(out.toString()).get("suspects").get(0);
        assertThat(suspect.get("benchmark").asText()).isEqualTo("acme.Json.write");
        assertThat(suspect.get("run").asInt()).isEqualTo(40);
        assertThat(suspect.get("relativeChange").asDouble()).isBetween(8.5, 9.5);
        assertThat(suspect.get("farBeyond").asBoolean()).isTrue();
    }

    @Test
    void judge_aBenchmarkThatIsGone_isNamedAndNoGreen() throws IOException {
        Path file = renamed(30, 40);

        assertThat(run("judge", "--csv", file.toString())).isEqualTo(4);
        assertThat(out.toString()).contains("Old.work avgt t=1 is gone", "is it New.work avgt t=1 now?");
        assertThat(run("judge", "--csv", file.toString(), "--accept-removed", "Old"))
                .isZero();
    }

    @Test
    void judge_aBenchmarkThatIsGoneForLong_isSaidInALineUntilItIsAccepted() throws IOException {
        Path file = renamed(30, 200);

        assertThat(run("judge", "--csv", file.toString())).isEqualTo(4);
        assertThat(out.toString())
                .contains("1 benchmark no longer measured for more than 30 nights; Old.work avgt t=1 is gone since")
                .contains("is it New.work avgt t=1 now?");
        assertThat(run("judge", "--csv", file.toString(), "--accept-removed", "Old"))
                .isZero();
        assertThat(run("judge", "--csv", file.toString(), "--last", "170")).isEqualTo(4);
        assertThat(run("judge", "--csv", file.toString(), "--last", "169"))
                .as("it went before")
                .isZero();
    }

    /** Five benchmarks, one of which has another name from a night on. */
    private Path renamed(int at, int nights) throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int run = 0; run < nights; run++) {
            for (int benchmark = 0; benchmark < 5; benchmark++) {
                String name =
                        benchmark == 4 ? (run < at ? "acme.Old.work" : "acme.New.work") : "acme.Calm.b" + benchmark;
                text.append(run + "," + (1_700_000_000_000L + run * 86_400_000L) + ",c" + run + "," + name + ","
                        + (100 + run % 3) + "\n");
            }
        }
        return Files.writeString(folder.resolve("gone.csv"), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run,commit              | :1: expected the header run,date_epoch_ms,commit,benchmark,ns_per_op, found",
                "HEADER                  | holds a header and no run",
                "HEADER1,2,c             | :2: expected the 5 cells",
                "HEADERone,2,c,b,3       | :2: expected run and date_epoch_ms as whole numbers",
                "HEADER1,2,c,b,-3        | :2: expected ns_per_op above 0, found -3",
                "HEADER1,2,c,b,NaN       | :2: expected ns_per_op above 0, found NaN",
                "HEADER1,2,c,b,3~1,2,c,\"b,3~1,2,c,b,4 | :3: expected the end of a cell in quotes",
                "EXPORTED1,2,c,b,avgt,1,,score,ns/op,3 | :2: expected the 11 cells",
                "EXPORTED1,2,c,b,avgt,0,,score,ns/op,3,3 | :2: expected run, date_epoch_ms and threads as whole numbers",
                "EXPORTED1,2,c,b,avgt,1,x,score,ns/op,3,3 | :2: expected run, date_epoch_ms and threads as whole",
                "EXPORTED1,2,c,b,avgt,1,,score,ns/op,3,-3 | :2: expected forks above 0, found -3",
                "HEADER1,2,c,b,3~1,2,c,b,4 | :3: run 1 has b twice",
                "HEADER1,2,c,b,3~1,2,d,a,4 | :3: run 1 is of commit \"c\" in line 2 and of \"d\" here",
            })
    void judge_csvThatIsNone_isOneClearLineAndStatusTwo(String text, String said) throws IOException {
        Path file = folder.resolve("bad.csv");
        Files.writeString(
                file,
                text.replace("HEADER", HEADER)
                        .replace("EXPORTED", CsvHistoryReader.EXPORTED + "\n")
                        .replace('~', '\n'));

        assertThat(run("judge", "--csv", file.toString())).isEqualTo(2);

        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains(said);
    }

    @Test
    void judge_namesWithCommasAndQuotes_areNamedAsTheyAre() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int run = 0; run < 30; run++) {
            String before = run + "," + (1_700_000_000_000L + run * 86_400_000L) + ",c,";
            double nanos = (100 + run % 3) * (run < 15 ? 1 : 3);
            text.append(before + "\"acme.A.b(text=\"\"x, y\"\",n=1)\"," + nanos + "\n");
            text.append(before + "acme.C.d(text=x,n=1)," + nanos + "\n");
        }
        Path file = Files.writeString(folder.resolve("odd.csv"), text);

        assertThat(run("judge", "--csv", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("A.b(text=\"x, y\",n=1) avgt", "C.d(text=x,n=1) avgt");
    }

    @Test
    void judge_fileThatDoesNotExist_isOneClearLineAndStatusTwo() {
        assertThat(run("judge", "--csv", "nowhere.csv")).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("nowhere.csv: expected a CSV file, found nothing there");
    }

    private Path csv(int nights, int stepAt) throws IOException {
        Random random = new Random(5);
        StringBuilder text = new StringBuilder(HEADER);
        for (int night = 0; night < nights; night++) {
            double nanos = 100 * Math.exp(0.01 * random.nextGaussian()) * (night >= stepAt ? 1.2 : 1);
            text.append(night)
                    .append(',')
                    .append(night * 86_400_000L)
                    .append(",c")
                    .append(night)
                    .append(",acme.Json.write,")
                    .append(nanos)
                    .append('\n');
        }
        Path file = folder.resolve("runs.csv");
        Files.writeString(file, text);
        return file;
    }

    private int run(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "history";
        System.arraycopy(args, 0, all, 1, args.length);
        return Commands.run(new Evenkeel(), all, new PrintWriter(out), new PrintWriter(err));
    }
}
