package org.evenkeel.leakcheck.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.kernel.Commands;
import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.leakcheck.fixtures.Workloads;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.LeakReports;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("commands")
class LeakcheckTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void run_aLeak_writesTheResultAndEndsWithOne() throws Exception {
        assertThat(run(Workloads.Leaks.class, "--jvm-arg=-Xmx256m")).isEqualTo(1);

        assertThat(out.toString()).contains("GROWING").contains("Workloads$Leaks$Entry");
        List<LeakReport> reports = LeakReports.fromJson(Files.readString(folder.resolve("out/leakcheck.json")));
        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).verdictName()).isEqualTo(LeakVerdictName.GROWING);
        assertThat(err.toString()).contains("Written to");
    }

    @Test
    void run_formatJson_printsTheDocumentThatIsWritten() throws Exception {
        assertThat(run(Workloads.Throws.class, "--format", "json")).isEqualTo(1);

        assertThat(out.toString().strip())
                .isEqualTo(
                        Files.readString(folder.resolve("out/leakcheck.json")).strip());
    }

    /** A scheduler runs again what fails, so a shard that checked has not failed. */
    @Test
    void run_shard_endsWithZeroWhateverItFound() throws Exception {
        assertThat(run(Workloads.Throws.class, "--shard", "1/2"))
                .as(err.toString())
                .isZero();

        List<LeakReport> reports = LeakReports.fromJson(Files.readString(folder.resolve("out/leakcheck.json")));
        assertThat(reports.get(0).verdictName()).isEqualTo(LeakVerdictName.INVALID);
    }

    @Test
    void run_wrongInput_isOneLineAndStatusTwo() {
        assertThat(messageOf("--workload", "org.acme.Missing")).contains("there is no class \"org.acme.Missing\"");
        assertThat(messageOf("--workload", "missing-path")).contains("there is no hot path \"missing-path\"");
        assertThat(messageOf("--workload", "x", "--classpath", "/no/such.jar")).contains("/no/such.jar does not exist");
        assertThat(messageOf("--workload", "x", "--budget", "soon"))
                .contains("expected a time such as")
                .contains("soon");
        assertThat(messageOf("--workload", "x", "--threads", "0")).contains("at least 1");
        assertThat(messageOf("--workload", "x", "--shard", "2/2")).contains("an index from 0 to 1");
        assertThat(messageOf("--workload", "x", "--tolerance", "much"))
                .contains("1B/op")
                .contains("much");
        assertThat(messageOf("--workload", "x", "--max-growth", "much"))
                .contains("3% or 0.03")
                .contains("much");
        assertThat(messageOf("--workload", "x", "--max-growth", "20"))
                .contains("--max-growth")
                .contains("could mean 20 % or that many times as much");
        assertThat(messageOf("--workload", "x", "--java", folder.toString())).contains("there is no executable");
        assertThat(messageOf("--workload", Workloads.class.getName() + "$Hidden"))
                .contains("is not public");
        assertThat(messageOf("--workload", Workloads.NoRunnable.class.getName()))
                .contains("neither a java.lang.Runnable");
        assertThat(messageOf("--workload", Workloads.WithArgument.class.getName()))
                .contains("no public constructor");
        assertThat(messageOf("--workload", Workloads.Clean.class.getName(), "--jvm-arg=-XX:+NoSuchFlag"))
                .contains("did not start")
                .contains("NoSuchFlag");
    }

    @Test
    void run_folderThatCannotBeWritten_isSaidBeforeTheCheck() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThat(command(
                        "--workload",
                        Workloads.Clean.class.getName(),
                        "--out",
                        file.resolve("out").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("cannot write into");
    }

    private String messageOf(String... arguments) {
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--out", folder.resolve("out").toString()));
        if (!all.contains("--classpath")) {
            all.addAll(List.of("--classpath", Workloads.classPath().toString()));
        }
        assertThat(command(all.toArray(String[]::new))).as(err.toString()).isEqualTo(2);
        assertThat(err.toString()).doesNotContain("\tat ");
        return err.toString();
    }

    private int run(Class<?> workload, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--workload",
                workload.getName(),
                "--classpath",
                Workloads.classPath().toString(),
                "--out",
                folder.resolve("out").toString()));
        arguments.addAll(List.of(more));
        return command(arguments.toArray(String[]::new));
    }

    private int command(String... arguments) {
        return Commands.run(new Leakcheck(), arguments, new PrintWriter(out), new PrintWriter(err));
    }
}
