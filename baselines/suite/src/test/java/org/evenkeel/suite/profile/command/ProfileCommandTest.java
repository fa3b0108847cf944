package org.evenkeel.suite.profile.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenkeel.kernel.Commands;
import org.evenkeel.suite.report.html.HtmlReport;
import org.evenkeel.suite.report.html.ReportFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileCommandTest {

    private static final String STUB = "x/Mine_parse_jmhTest.parse_thrpt_jmhStub_[j];";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--event heat | expected one of cpu, alloc, lock, wall, nativemem",
                "--forks 0 | expected --forks of at least 1, found 0",
                "--pid 1 --duration soon | expected a time such as",
                "--compare no-such-folder no-such-folder | expected the folder of a profiling session",
                "--path planted --base HEAD --base-benchmarks x.jar | expected one base, found --base HEAD and --base-benchmarks",
                "--path planted --base-classpath old.jar | expected --classpath beside --base-classpath",
                "--path planted --base-benchmarks x.jar | --base-benchmarks x.jar: expected a jar or a folder, found nothing",
                "--pid 1 --base HEAD | expected a base beside --path, found one beside"
            })
    void wrongUsage_isOneLineAndStatusTwo(String arguments, String message) {
        assertThat(run(arguments.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).contains(message);
        assertThat(err.toString().lines()).hasSize(1);
    }

    @Test
    void attach_toAProcessThatIsNotThere_isOneLineAndStatusTwo() {
        assertThat(run(
                        "--pid",
                        "999999999",
                        "--duration",
                        "1s",
                        "--out",
                        folder.resolve("out").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--pid 999999999: cannot attach");
    }

    @Test
    void compare_ofTwoSessions_namesTheFrameThatGotMoreExpensive() throws IOException {
        session("before", 1_000, 1_010, 990);
        session("after", 3_000, 3_020, 2_990);

        assertThat(compare(folder.resolve("out"))).isZero();
        assertThat(out.toString())
                .containsSubsequence("1.465 -> 3.421 KiB/op", "more expensive", "*", "+1.956", "x.Mine.slow")
                .contains("* marks the 1 of 2 frames");
        // The page's own words for "this frame grew by so many thousandths of a byte".
        assertThat(folder.resolve("out/difference-alloc.html")).content().contains("d=2003333");
    }

    @Test
    void session_inTheFolderOfARun_isLinkedFromItsPage() throws IOException {
        session("before", 1_000, 1_010, 990);
        session("after", 3_000, 3_020, 2_990);
        Path run = Files.createDirectories(folder.resolve("run"));
        Files.writeString(run.resolve("report.html"), HtmlReport.render(ReportFixture.many(1)));

        assertThat(compare(run.resolve("profiles/change"))).isZero();

        assertThat(out.toString()).contains("Linked from: " + run.resolve("report.html"));
        assertThat(run.resolve("report.html"))
                .content()
                .contains("<a href=\"profiles/change/difference-alloc.html\">change: bytes allocated (alloc), after");
    }

    /** Forks of 100 operations, each of which allocates so many bytes in one method and 500 in another. */
    private void session(String name, int... bytes) throws IOException {
        Path forks = Files.createDirectories(folder.resolve(name).resolve("forks"));
        for (int fork = 1; fork <= bytes.length; fork++) {
            String stacks = STUB + "x/Mine.slow_[j];byte[]_[i] " + 100 * bytes[fork - 1] + "\n" + STUB
                    + "x/Mine.same_[j];byte[]_[i] " + 50_000 + "\n";
            Files.writeString(forks.resolve("here-alloc-" + fork + ".collapsed"), stacks);
            Files.writeString(forks.resolve("here-alloc-" + fork + "-count.collapsed"), stacks);
            Files.writeString(
                    forks.resolve("here-alloc-" + fork + ".facts"),
                    "engine=alloc\nthreads=1\noperations=100\nelapsedNanos=1000\ncpuNanos=1000\n");
        }
    }

    /** Compares the allocations of the two sessions. */
    private int compare(Path out) {
        return run(
                "--compare",
                folder.resolve("before").toString(),
                folder.resolve("after").toString(),
                "--event",
                "alloc",
                "--out",
                out.toString());
    }

    private int run(String... arguments) {
        return Commands.run(new ProfileCommand(), arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
