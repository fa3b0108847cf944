package org.evenkeel.suite.profile.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.kernel.Commands;
import org.evenkeel.suite.Evenkeel;
import org.evenkeel.suite.Jars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Profiles the benchmarks that the build made. What times prove is left to {@code scripts/profile --self-test}. */
class ProfileIT {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void plantedGarbage_isTheFirstRowWithItsSize_andNoBaselineTakesTheRun() {
        Path run = folder.resolve("run");
        assertThat(profileOfGarbage(run, "--forks", "1"))
                .as(() -> err.toString())
                .isZero();
        List<String> lines = out.toString().lines().toList();
        int header = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("share"))
                .findFirst()
                .orElseThrow());
        String first = lines.get(header + 1);
        assertThat(first)
                .contains("org.evenkeel.hotpaths.planted.Waste.garbage")
                .contains("byte[]");
        Matcher size = Pattern.compile("%\\s+([0-9.]+)").matcher(first);
        assertThat(size.find()).isTrue();
        // The table's unit follows its largest number, which is about a thousand bytes: on either side of 1 KiB.
        double unit = lines.get(header).contains("own KiB/op") ? 1_024 : 1;
        // Few samples in two short iterations, so only roughly.
        assertThat(unit * Double.parseDouble(size.group(1))).isBetween(600.0, 1_500.0);
        assertThat(run.resolve("here-alloc.html")).isNotEmptyFile();
        assertThat(run.resolve("forks/here-alloc-1-tree.html")).isNotEmptyFile();

        assertThat(run(
                        "baseline",
                        "record",
                        "main",
                        run.resolve("forks/here-alloc-1.json").toString(),
                        "--store",
                        folder.resolve("store").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("was measured beside a profiler");
    }

    @Test
    void plantedGarbage_ofOneSideOnly_isTheFrameThatGotMoreExpensive() {
        Path run = folder.resolve("run");
        assertThat(profileOfGarbage(run, "--forks", "2", "--base-benchmarks", Jars.BENCHMARKS.toString()))
                .as(() -> err.toString())
                .isZero();
        List<String> lines = out.toString().lines().toList();
        int title = lines.indexOf("Frames that got more expensive:");
        assertThat(title).as(out.toString()).isPositive();
        assertThat(lines.get(title + 2)).startsWith("*").endsWith("org.evenkeel.hotpaths.planted.Waste.garbage");
        assertThat(run.resolve("difference-alloc.html")).isNotEmptyFile();
    }

    /** As a build tool has them: no JMH jar, and a folder of classes in front of libraries. */
    @Test
    void benchmarkOfClassPaths_isProfiledOnBothSides() throws Exception {
        String jar = Jars.BENCHMARKS.toString();
        String options = "--benchmark PlainJmhBenchmark --event alloc --forks 1 --no-cost --profile smoke --out run";
        List<String> arguments = new ArrayList<>(List.of("profile", "--base-classpath", jar, "--classpath", jar));
        arguments.addAll(List.of(options.split(" ", -1)));

        Jars.Ended ended = Jars.run(folder, Jars.BASELINES, arguments.toArray(String[]::new));

        assertThat(ended.status()).as(ended.toString()).isIn(0, 4);
        assertThat(ended.out()).contains("PlainJmhBenchmark");
        assertThat(folder.resolve("run/forks"))
                .isDirectoryContaining("glob:**base-alloc-1.json")
                .isDirectoryContaining("glob:**here-alloc-1.json");
    }

    @Test
    void base_whereThereIsNoRepository_isOneClearLineAndStatusTwo() throws Exception {
        Jars.Ended ended = Jars.run(folder, Jars.BASELINES, "profile", "--path", "planted", "--base", "HEAD");

        assertThat(ended.status()).as(ended.toString()).isEqualTo(2);
        assertThat(ended.err()).startsWith("profile: --base: expected a git repository, found none around");
        assertThat(ended.err().lines()).hasSize(1);
    }

    @Test
    void help_saysThatOnePathIsMeant() throws Exception {
        Jars.Ended ended = Jars.run(folder, Jars.BASELINES, "profile", "--help");

        assertThat(ended.status()).isZero();
        assertThat(ended.out().replaceAll("\\s+", " "))
                .contains("one, as a profile is of one path.", "one of them. Default: single.")
                .doesNotContain("every path on the class path");
    }

    /** Profiles planted garbage, whose frame is kept from being inlined away. */
    private int profileOfGarbage(Path out, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "profile",
                "--path",
                "planted?allocate=1000",
                "--event",
                "alloc",
                "--no-cost",
                "--profile",
                "smoke",
                "--jvm-arg",
                "-XX:CompileCommand=quiet",
                "--jvm-arg",
                "-XX:CompileCommand=dontinline,org.evenkeel.hotpaths.planted.Waste::*",
                "--out",
                out.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return Commands.run(new Evenkeel(), arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
