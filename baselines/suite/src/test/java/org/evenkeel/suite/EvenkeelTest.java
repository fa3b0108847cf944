package org.evenkeel.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.evenkeel.compare.JmhText;
import org.evenkeel.kernel.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvenkeelTest {

    @TempDir
    Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @Test
    void compare_slowdown_endsWithOneAndNamesIt() throws IOException {
        assertThat(run("compare", times("base.json", 100), times("current.json", 200)))
                .isEqualTo(1);
        assertThat(out.toString())
                .contains("B.c avgt t=1")
                .contains("regressed")
                .contains("REGRESSED: 1 regressed");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void compare_nothingChanged_endsWithZero() throws IOException {
        assertThat(run("compare", times("base.json", 100), times("current.json", 100)))
                .isZero();
    }

    @Test
    void compare_fileThatDoesNotExist_isOneLineAndStatusTwo() throws IOException {
        String there = times("base.json", 100);

        assertThat(run("compare", there, folder.resolve("missing.json").toString()))
                .isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("missing.json does not exist");
    }

    @Test
    void compare_nameWithoutABaseline_endsWithThree() throws IOException {
        String current = times("current.json", 100);

        assertThat(run("compare", "no-such-baseline", current, "--store", store()))
                .isEqualTo(3);
        assertThat(err.toString()).contains("there is no baseline \"no-such-baseline\"");
    }

    @Test
    void compare_withARecordedBaseline_findsItByName() throws IOException {
        String base = times("base.json", 100);
        assertThat(run("baseline", "record", "main", base, "--store", store())).isZero();
        assertThat(run("baseline", "--store", store(), "record", "main", base)).isZero();

        assertThat(run("compare", "main", times("current.json", 250), "--store", store()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("Baseline: 2 sessions");

        assertThat(run("baseline", "list", "--store", store())).isZero();
        assertThat(out.toString()).contains("main  local  2 session(s)");
        assertThat(run("baseline", "show", "main", "--store", store())).isZero();
        assertThat(out.toString()).contains("cpu.count: ");
        assertThat(run("baseline", "promote", "main", "--store", store())).isZero();
        assertThat(run("baseline", "prune", "main", "--keep", "1", "--store", store()))
                .isZero();
        assertThat(run("baseline", "list", "--store", store())).isZero();
        assertThat(out.toString()).contains("main  stored  1 session(s)");
        assertThat(run("baseline", "prune", "other", "--store", store())).isEqualTo(3);
    }

    @Test
    void abSelfTest_recordedBlocks_showsTheirNoiseAndNoFalseVerdict() {
        assertThat(run("ab", "--self-test", "src/test/resources/org/evenkeel/suite/planted-blocks.jsonl.gz"))
                .isZero();

        assertThat(out.toString())
                .containsPattern("middle half +mean +a pair takes +benchmark")
                .containsPattern("\\d+ +0\\.\\d\\d % .*HotPathBenchmark.single.*planted")
                .contains("PASSED");
    }

    @Test
    void compareSelfTest_calmSessions_passes_andLoudOnesFail() throws IOException {
        String calm = sessions("calm", 100, 101, 100, 99, 100, 101, 100);
        // Twice as slow in each second session, with forks that agree: no rule can know that nothing changed.
        String loud = sessions("loud", 100, 200, 101, 199, 100, 201, 99);

        assertThat(run("compare", "--self-test", calm)).isZero();
        assertThat(out.toString()).contains("two sessions against five others", "PASSED");
        assertThat(run("compare", "--self-test", loud)).isEqualTo(1);
        assertThat(out.toString()).contains("FAILED");
        assertThat(run("compare", "--self-test", calm, "--filter", "Other")).isEqualTo(2);
        assertThat(run("compare", "--self-test", times("alone.json", 100))).isEqualTo(2);
        assertThat(err.toString()).contains("expected two sessions of unchanged code or more");
    }

    private String sessions(String name, double... scores) throws IOException {
        Files.createDirectories(folder.resolve(name));
        for (int i = 0; i < scores.length; i++) {
            times(name + "/" + i + ".json", scores[i]);
        }
        return folder.resolve(name).toString();
    }

    @Test
    void compare_folderOfFiles_isSeveralSessions() throws IOException {
        Files.createDirectories(folder.resolve("sessions"));
        times("sessions/1.json", 100);
        times("sessions/2.json", 101);

        assertThat(run("compare", folder.resolve("sessions").toString(), times("current.json", 100)))
                .isZero();
        assertThat(out.toString()).contains("Baseline: 2 sessions");
    }

    @Test
    void compare_out_writesTheFiles() throws IOException {
        Path reports = folder.resolve("reports");

        run("compare", times("base.json", 100), times("current.json", 100), "--out", reports.toString());

        assertThat(reports.resolve("comparison.json")).content().contains("\"schemaVersion\" : 1");
        assertThat(reports.resolve("report.md")).content().startsWith("**Nothing wrong was found.**");
        assertThat(reports.resolve("junit.xml")).content().contains("<testcase");
    }

    @Test
    void compare_runs_showsTheirLeakChecks_andNamesNoFolderOfThisMachine() throws IOException {
        String base = leakyRun("before");
        String current = leakyRun("after");
        Path reports = folder.resolve("reports");

        assertThat(run("compare", base, current, "--out", reports.toString()))
                .as("what leaked before as much is no news")
                .isZero();

        assertThat(reports.resolve("report.html"))
                .content()
                .contains("<h1>Nothing wrong was found.</h1>")
                .contains("Compared with: before (commit 0123456789) of 1 session.")
                .contains("<h2>Leaks</h2>")
                .contains("planted: GROWING.")
                .doesNotContain(folder.toString());
        assertThat(reports.resolve("report.md")).content().contains("Leak checks: 1 growing.");
        assertThat(run("compare", times("quiet.json", 100), current, "--out", reports.toString()))
                .as("a leak that was not there")
                .isEqualTo(1);
        assertThat(reports.resolve("report.html")).content().contains("<li>planted leaks: Growth");
    }

    @Test
    void compare_options_areRefusedWhereTheyMakeNoSense() throws IOException {
        String base = times("base.json", 100);

        assertThat(run("compare", base, base, "--min-effect", "3")).isEqualTo(2);
        assertThat(err.toString()).contains("expected a share such as 3% or 0.03");
        assertThat(run("compare", base, base, "--confidence", "10%")).isEqualTo(2);
        assertThat(run("compare", base, base, "--filter", "(")).isEqualTo(2);
        assertThat(run("compare", base, base, "--metric", "p99")).isEqualTo(2);
        assertThat(run("compare", base, base, "--format", "yaml")).isEqualTo(2);
        assertThat(run("compare", base)).isEqualTo(2);
        assertThat(err.toString()).doesNotContain("\tat ");
    }

    @Test
    void compare_filter_leavesTheOthersOut() throws IOException {
        String base = write(
                "base.json", new JmhText().add("a.B.c", "avgt", "ns/op", 5, 5).add("a.B.d", "avgt", "ns/op", 5, 5));
        String current = write(
                "current.json",
                new JmhText().add("a.B.c", "avgt", "ns/op", 50, 50).add("a.B.d", "avgt", "ns/op", 5, 5));

        assertThat(run("compare", base, current)).isEqualTo(1);
        assertThat(run("compare", base, current, "--filter", "B.d")).isZero();
    }

    private int run(String... args) {
        out = new StringWriter();
        err = new StringWriter();
        return Commands.run(new Evenkeel(), args, new PrintWriter(out), new PrintWriter(err));
    }

    private String store() {
        return folder.resolve("store").toString();
    }

    /** The folder of a run that leaks. */
    private String leakyRun(String name) throws IOException {
        Path run = Files.createDirectories(folder.resolve(name));
        times(name + "/jmh.json", 100);
        Files.writeString(
                run.resolve("environment.json"),
                "{\"schemaVersion\": 1, \"identity\": {\"cpu.count\": \"2\"}, \"context\": {\"commit\": \"0123456789abcdef\"}}");
        try (InputStream in = Objects.requireNonNull(
                EvenkeelTest.class.getResourceAsStream("/org/evenkeel/suite/report/leakcheck.json"))) {
            Files.copy(in, run.resolve("leakcheck.json"));
        }
        return run.toString();
    }

    private String times(String file, double time) throws IOException {
        return write(file, new JmhText().add("a.B.c", "avgt", "ns/op", time, time * 1.001, time * 0.999));
    }

    private String write(String file, JmhText text) throws IOException {
        return Files.writeString(folder.resolve(file), text.text()).toString();
    }
}
