package org.evenkeel.suite.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.stored.BaselineStore;
import org.evenkeel.compare.stored.SessionFiles;
import org.evenkeel.compare.verdict.Comparer;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.kernel.Commands;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.suite.Evenkeel;
import org.evenkeel.suite.command.CheckRun;
import org.evenkeel.suite.page.ReportFiles;
import org.evenkeel.suite.plan.PlainBenchmark;
import org.evenkeel.suite.plan.Profile;
import org.evenkeel.suite.plan.RunBenchmark;
import org.evenkeel.suite.plan.RunPlan;
import org.evenkeel.suite.report.BaselineUsed;
import org.evenkeel.suite.report.CheckReport;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.evenkeel.suite.run.RunFolder;
import org.evenkeel.suite.sides.BaseCodeFinder;
import org.evenkeel.suite.sides.KeptCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which sessions become a baseline, by {@code check --record} and by {@code baseline record}. */
class BaselineRecorderTest {

    private static final PlainBenchmark BENCHMARK = new PlainBenchmark("a.B.c", new TreeMap<>(), "avgt");
    private static final Environment SOMEWHERE =
            new Environment(new TreeMap<>(Map.of("cpu.count", "2")), new TreeMap<>());
    private static final BaselineUsed SAME = new BaselineUsed.Same("main", 1);

    @TempDir
    Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    private Path run = Path.of("run");
    private BaselineStore store = new BaselineStore(Path.of("store"));

    @BeforeEach
    void places() {
        run = folder.resolve("run");
        store = new BaselineStore(folder.resolve("store"));
    }

    @Test
    void checkRecord_ofASoundSession_recordsIt() throws IOException {
        assertThat(checkRecord(100.1, SAME, Map.of(), false)).isEqualTo(ExitStatus.OK);

        assertThat(store.named("main")).hasSize(1);
        assertThat(out.toString()).contains("Recorded: ");
    }

    @Test
    void checkRecord_withoutABaseline_recordsTheFirst() throws IOException {
        assertThat(checkRecord(100, new BaselineUsed.None("main"), Map.of(), false))
                .isEqualTo(ExitStatus.OK);

        assertThat(store.named("main")).hasSize(1);
    }

    @Test
    void checkRecord_ofASessionWhoseTimesAreOpen_isRefusedUnlessForced() throws IOException {
        assertThat(checkRecord(107, SAME, Map.of(), false)).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(err.toString()).contains("not everything about its times could be decided", "--force");
        assertThat(store.list()).isEmpty();

        assertThat(checkRecord(107, SAME, Map.of(), true)).isEqualTo(ExitStatus.OK);
        assertThat(store.named("main")).hasSize(1);
    }

    @Test
    void checkRecord_ofASessionThatWasDisturbed_isRefusedUnlessForced() throws IOException {
        Map<RunBenchmark, Double> disturbed = Map.of(BENCHMARK, 0.8);

        assertThat(checkRecord(100.1, SAME, disturbed, false)).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(err.toString()).contains("80 % of the machine while B.c avgt was measured", "--force");
        assertThat(store.list()).isEmpty();

        assertThat(checkRecord(100.1, SAME, disturbed, true)).isEqualTo(ExitStatus.OK);
        assertThat(store.named("main")).hasSize(1);
    }

    @Test
    void checkRecord_ofASessionWithSomethingWrong_isRefusedEvenThen() throws IOException {
        assertThat(checkRecord(200, SAME, Map.of(), true)).isEqualTo(ExitStatus.UNDECIDED);

        assertThat(err.toString()).contains("because something is wrong");
        assertThat(store.list()).isEmpty();
    }

    @Test
    void baselineRecord_ofARunThatEndedWithFour_isRefusedUnlessForced() throws IOException {
        measured(107, SAME);

        assertThat(baselineRecord()).isEqualTo(4);
        assertThat(err.toString()).contains("not recorded, because its run could not decide everything", "--force");
        assertThat(store.list()).isEmpty();

        assertThat(baselineRecord("--force")).isZero();
        assertThat(out.toString()).contains("although its run could not decide everything");
        assertThat(store.named("main")).hasSize(1);
    }

    @Test
    void baselineRecord_ofARunThatEndedWithOne_isRefusedUnlessForced() throws IOException {
        measured(200, SAME);

        assertThat(baselineRecord()).isEqualTo(4);
        assertThat(err.toString()).contains("its run found something wrong");
        assertThat(baselineRecord("--force")).isZero();
    }

    @Test
    void baselineRecord_ofADisturbedRun_isRefusedUnlessForced() throws IOException {
        measured(100.1, SAME);
        Files.writeString(run.resolve("parts").resolve(BENCHMARK.fileName() + ".others"), "0.7500\n");

        assertThat(baselineRecord()).isEqualTo(4);
        assertThat(err.toString()).contains("75 % of the machine");
        assertThat(store.list()).isEmpty();
        assertThat(baselineRecord("--force")).isZero();
    }

    @Test
    void baselineRecord_ofASoundRun_andOfTheFirst_isSilent() throws IOException {
        measured(100.1, SAME);
        assertThat(baselineRecord()).isZero();

        measured(100.1, new BaselineUsed.None("main"));
        assertThat(baselineRecord()).isZero();
        assertThat(out.toString()).doesNotContain("although");
    }

    private int baselineRecord(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "baseline",
                "record",
                "main",
                run.toString(),
                "--store",
                store.root().toString()));
        arguments.addAll(List.of(more));
        return Commands.run(
                new Evenkeel(), arguments.toArray(new String[0]), new PrintWriter(out), new PrintWriter(err));
    }

    private ExitStatus checkRecord(double nanos, BaselineUsed used, Map<RunBenchmark, Double> disturbed, boolean force)
            throws IOException {
        Path jar = Files.writeString(folder.resolve("app.jar"), "code");
        RunPlan plan = RunPlan.ofPlain(List.of(BENCHMARK), Profile.SMOKE, List.of());
        RunFolder there = RunFolder.open(run, plan, Files.isDirectory(run));
        CheckReport report = measured(nanos, used);
        CheckRun checkRun = new CheckRun(
                plan, new MeasuredClassPath(List.of(jar)), Path.of("java"), Path.of("home"), there, SOMEWHERE);
        BaseCodeFinder finder = new BaseCodeFinder(new KeptCode(store.code()), jar, "", folder.resolve("build.log"));
        return new BaselineRecorder(
                        store, "main", force, finder, new PrintWriter(out, true), new PrintWriter(err, true))
                .keep(report, checkRun, new CheckRun.Found(report.session(), List.of(), Map.of(), disturbed));
    }

    /** The folder of a run in which a call took so long, and 100 ns in the baseline if there was one. */
    private CheckReport measured(double nanos, BaselineUsed used) throws IOException {
        Files.createDirectories(run.resolve("parts"));
        Files.writeString(run.resolve("jmh.json"), times(nanos).text());
        Session base = used instanceof BaselineUsed.None
                ? Session.of("no baseline", List.of())
                : times(100).session("base.json");
        Session now = SessionFiles.run(run);
        CheckReport report = new CheckReport(
                SOMEWHERE,
                now,
                List.of(),
                used,
                Comparer.compare(List.of(base), List.of(now), List.of(), Options.DEFAULT),
                List.of());
        ReportFiles.write(run, report);
        return report;
    }

    private static JmhText times(double nanos) {
        return new JmhText().add("a.B.c", "avgt", "ns/op", nanos, nanos * 1.001, nanos * 0.999);
    }
}
