package org.evenkeel.suite.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.compare.samples.Form;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.plan.PlannedPath;
import org.evenkeel.suite.plan.Profile;
import org.evenkeel.suite.plan.RunBenchmark;
import org.evenkeel.suite.plan.RunPlan;
import org.evenkeel.workload.PathSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunFolderTest {

    @TempDir
    Path temporary;

    private final RunPlan plan = plan("tiny");

    @Test
    void open_newRunWhereFilesAre_isRefusedAndLosesNothing() throws IOException {
        Path precious = Files.writeString(temporary.resolve("precious"), "x");

        assertThatThrownBy(() -> RunFolder.open(temporary, plan, false))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("--out " + temporary)
                .hasMessageContaining("--resume");
        assertThat(precious).hasContent("x");
    }

    @Test
    void open_resumeWithOtherPlan_isRefused() {
        var unused = RunFolder.open(temporary.resolve("run"), plan, false);

        assertThatThrownBy(() -> RunFolder.open(temporary.resolve("run"), plan("tiny?size=2"), true))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("other settings");
    }

    @Test
    void open_resumeWithSamePlan_findsWhatWasMeasured() throws IOException {
        RunBenchmark first = plan.benchmarks().get(0);
        Files.writeString(RunFolder.open(temporary.resolve("run"), plan, false).part(first), "[1]");

        RunFolder resumed = RunFolder.open(temporary.resolve("run"), plan, true);

        assertThat(resumed.part(first)).hasContent("[1]");
    }

    @Test
    void subject_ofARun_isItsPathsAndForms_andNothingElsewhere() throws IOException {
        var unused = RunFolder.open(temporary.resolve("run"), plan("tiny?size=2"), false);

        assertThat(RunFolder.subject(temporary.resolve("run")))
                .contains("tiny?size=2, single, batch, tenThreads, fiftyThreads");
        assertThat(RunFolder.subject(temporary)).isEmpty();
        Files.writeString(temporary.resolve("plan.txt"), "of another kind\n");
        assertThat(RunFolder.subject(temporary)).contains("of another kind");
    }

    @Test
    void open_resumeWhereNoRunIs_saysSo() {
        assertThatThrownBy(() -> RunFolder.open(temporary, plan, true))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("found no plan.txt");
    }

    @Test
    void open_belowAFile_saysWhatIsInTheWay() throws IOException {
        Path file = Files.writeString(temporary.resolve("taken"), "");

        assertThatThrownBy(() -> RunFolder.open(file.resolve("run"), plan, false))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void assemble_someParts_joinsThemAsTheyAreInPlanOrder() throws IOException {
        RunFolder folder = RunFolder.open(temporary.resolve("run"), plan, false);
        List<RunBenchmark> benchmarks = plan.benchmarks();
        Files.writeString(folder.part(benchmarks.get(2)), "[\n    {\"score\" : 1.0E-5}\n]\n\n");
        Files.writeString(folder.part(benchmarks.get(0)), "[{\"score\" : 2}]");

        folder.assemble(benchmarks);

        assertThat(folder.file("jmh.json")).hasContent("[{\"score\" : 2},\n    {\"score\" : 1.0E-5}\n]\n");
    }

    @Test
    void open_afterARefusedStart_canBeUsedAgain_andNotOnceSomethingWasMeasured() throws IOException {
        Path out = temporary.resolve("run");
        var unused = RunFolder.open(out, plan("tiny?size=2"), false);

        RunFolder again = RunFolder.open(out, plan, false);
        Files.writeString(again.part(plan.benchmarks().get(0)), "[{}]");

        assertThatThrownBy(() -> RunFolder.open(out, plan, false)).isInstanceOf(BadInputException.class);
    }

    @Test
    void isMeasured_allIsThere_andNothingBesideIt() throws IOException {
        RunFolder folder = RunFolder.open(temporary.resolve("run"), plan, false);
        RunBenchmark first = plan.benchmarks().get(0);
        Files.writeString(folder.part(first), "[{}]");
        assertThat(folder.isMeasured(first)).isTrue();

        folder.noteOthers(first, 0.0312);
        folder.noteYardstick(first, 1234.56);
        folder.noteCpuCores(first, 1.5);

        assertThat(folder.isMeasured(first)).isTrue();
        assertThat(folder.others(first)).hasValue(0.0312);
        assertThat(folder.yardstick(List.of(first))).hasValue(1234.6);
        assertThat(folder.cpuCores(first)).hasValue(1.5);
    }

    @ParameterizedTest
    @CsvSource({
        ".json, ''",
        ".json, [",
        ".json, []",
        ".json, '[{\"a\": 1'",
        ".others, ''",
        ".others, NaN",
        ".others, 0.03",
        ".yardstick, 12",
        ".yardstick, 123",
        ".cpu, x"
    })
    void isMeasured_tornFile_isNot(String ending, String torn) throws IOException {
        RunFolder folder = RunFolder.open(temporary.resolve("run"), plan, false);
        RunBenchmark first = plan.benchmarks().get(0);
        Files.writeString(folder.part(first), "[{}]");
        folder.noteOthers(first, 0.0312);
        folder.noteYardstick(first, 1234.5);
        folder.noteCpuCores(first, 1.5);

        Files.writeString(temporary.resolve("run/parts/" + first.fileName() + ending), torn);

        assertThat(folder.isMeasured(first)).isFalse();
        folder.assemble(plan.benchmarks());
    }

    @Test
    void part_ofDifferentBenchmarks_differs() {
        RunFolder folder = RunFolder.open(temporary.resolve("run"), plan, false);

        assertThat(plan.benchmarks().stream().map(folder::part)).doesNotHaveDuplicates();
        assertThat(folder.part(plan("tiny?size=2").benchmarks().get(0)))
                .isNotEqualTo(folder.part(plan.benchmarks().get(0)));
    }

    private static RunPlan plan(String path) {
        return new RunPlan(
                List.of(new PlannedPath(PathSpec.parse(path))), List.of(Form.values()), Profile.QUICK, List.of());
    }
}
