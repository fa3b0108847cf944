package org.evenkeel.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The action's steps, each run as GitHub would, in a project that stands for somebody else's. */
class ActionTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern STEP = Pattern.compile("(?ms)^    - name: (\\w+)$(.*?)(?=^    - name|\\z)");
    private static final Pattern RUN = Pattern.compile("(?m)^      run: '(.*)'$");

    @TempDir
    Path folder;

    private String action = "";
    private Path project = Path.of("");

    @BeforeEach
    void stranger() throws IOException {
        action = Files.readString(ROOT.resolve("action.yml"));
        project = Files.createDirectories(folder.resolve("project"));
    }

    @Test
    void shell_seesNothingThatAPullRequestWrites_andWhatItUsesIsPinned() {
        assertThat(runs())
                .containsKeys("Measure", "Comment", "Verdict")
                .allSatisfy(
                        (step, run) -> assertThat(run).doesNotContain("${{").startsWith("\"$GITHUB_ACTION_PATH/.ci/"));
        assertThat(action.lines().filter(line -> line.contains(" uses: ") && !line.startsWith("#")))
                .isNotEmpty()
                .allMatch(line -> line.matches(" *uses: [a-z-]+(/[a-z-]+)+@[0-9a-f]{40} # v[0-9.]+"));
        assertThat(action.lines().filter(line -> !line.startsWith("#")))
                .noneMatch(line ->
                        line.contains("pull_request_target") || line.contains("head.ref") || line.contains(".title"));
        assertThat(step("Comment")).contains("head.repo.full_name == github.repository");
        assertThat(step("Keep") + step("Comment")).contains("if: always()");
    }

    @Test
    void inputs_eachReachesAStep() {
        for (String input : List.of("base", "benchmarks", "budget", "build", "jar", "fail-on", "comment")) {
            assertThat(action).contains("\n  " + input + ":\n").contains("inputs." + input);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, Nothing wrong was found, 1, 0",
        "1, Something got worse, 1, 1",
        "4, Inconclusive, 1, 0",
        "4, Inconclusive, 1 4, 1",
        "2, could not be measured, 1 2, 1"
    })
    void jarOfAnyBuild_eachStatus_isSaidInWordsAndFailsWhereItIsTold(
            int status, String words, String failOn, int verdict) throws Exception {
        Path evenkeel = script(
                "evenkeel",
                "printf '%s\\n' \"$@\" > '" + folder
                        + "/arguments'; mkdir -p \"${13}\"; echo '| row |' > \"${13}/report.md\"; exit " + status);

        Ended measured = run(
                "Measure",
                Map.of(
                        "EVENKEEL", evenkeel.toString(),
                        "BASE", "abc1234",
                        "BENCHMARKS", "Sum.*",
                        "BUDGET", "10m",
                        "BUILD", "./gradlew jmhJar",
                        "JAR", "build/libs/x-jmh.jar"));

        assertThat(measured.status()).as(measured.output()).isZero();
        assertThat(Files.readAllLines(folder.resolve("arguments")))
                .startsWith("ab", "--base", "abc1234", "--build", "./gradlew jmhJar", "--built", "build/libs/x-jmh.jar")
                .contains("Sum.*", "10m");
        assertThat(Files.readString(folder.resolve("temp/evenkeel/comment.md")))
                .startsWith("<!-- evenkeel-performance -->\n")
                .contains(words)
                .contains("| row |");
        assertThat(Files.readString(folder.resolve("summary"))).contains(words);
        assertThat(Files.readString(folder.resolve("output"))).isEqualTo("status=" + status + "\n");
        assertThat(run("Verdict", Map.of("FAIL_ON", failOn)).status()).isEqualTo(verdict);
    }

    @Test
    void mavenProject_isMeasuredByThePluginOfTheSameCommit_whoseStatusCounts() throws Exception {
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        Path mvn = script(
                "mvn",
                "printf '%s\\n' \"$*\" >> '" + folder + "/calls'; for a in \"$@\"; do case $a in -Devenkeel.out=*)"
                        + " out=${a#*=}; mkdir -p \"$out/bench\"; echo 4 > \"$out/status\"; echo '| row |' >"
                        + " \"$out/bench/report.md\"; exit 1 ;; esac; done");

        Ended measured = run("Measure", Map.of("EVENKEEL_MVN", mvn.toString(), "BASE", "abc1234"));

        assertThat(measured.status()).as(measured.output()).isZero();
        List<String> calls = Files.readAllLines(folder.resolve("calls"));
        assertThat(calls).hasSize(2);
        assertThat(calls.get(0)).contains("-pl maven-plugin -am install");
        assertThat(calls.get(1)).contains("evenkeel-maven-plugin:", ":ab -Dbase=abc1234 -Dbenchmark=.*");
        assertThat(Files.readString(folder.resolve("temp/evenkeel/comment.md")))
                .contains("Inconclusive")
                .contains("| row |");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$(touch pwned) |     |       |     | base: expected a commit",
                "''             |     |       |     | is this a pull request?",
                "abc1234        | 10  |       |     | budget: expected a time such as 10m",
                "abc1234        | 10m | make  | ''  | expected both build and jar",
                "abc1234        | 10m | ''    | ''  | expected a pom.xml here, or build and jar",
            })
    void inputsThatAreNone_areRefusedInOneLine(String base, String budget, String build, String jar, String words)
            throws Exception {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("BASE", base);
        environment.put("BUDGET", budget == null ? "" : budget);
        environment.put("BUILD", build == null ? "" : build);
        environment.put("JAR", jar == null ? "" : jar);

        Ended ended = run("Measure", environment);

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.output()).contains(words).hasLineCount(1);
        assertThat(project.resolve("pwned")).doesNotExist();
    }

    private record Ended(int status, String output) {}

    private Map<String, String> runs() {
        Map<String, String> runs = new LinkedHashMap<>();
        Matcher steps = STEP.matcher(action);
        while (steps.find()) {
            Matcher run = RUN.matcher(steps.group(2));
            if (run.find()) {
                runs.put(steps.group(1), run.group(1));
            }
        }
        return runs;
    }

    private String step(String name) {
        Matcher steps = STEP.matcher(action);
        while (steps.find()) {
            if (steps.group(1).equals(name)) {
                return steps.group(2);
            }
        }
        throw new AssertionError("no step " + name);
    }

    private Path script(String name, String body) throws IOException {
        Path script = folder.resolve(name);
        Files.writeString(script, "#!/usr/bin/env bash\n" + body + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    private Ended run(String step, Map<String, String> environment) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", runs().getOrDefault(step, "exit 99")));
        Path log = folder.resolve(step + ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("GITHUB_ACTION_PATH", ROOT.toString());
        builder.environment().put("RUNNER_TEMP", folder.resolve("temp").toString());
        builder.environment()
                .put("GITHUB_STEP_SUMMARY", folder.resolve("summary").toString());
        builder.environment().put("GITHUB_OUTPUT", folder.resolve("output").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(step + " did not end");
        }
        return new Ended(process.exitValue(), Files.readString(log));
    }
}
