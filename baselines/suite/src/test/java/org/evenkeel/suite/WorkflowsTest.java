package org.evenkeel.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** The workflows call only scripts of this repository, and each step's command is tried here. */
class WorkflowsTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern RUN = Pattern.compile("(?m)^ +run: (.*)$");

    @TempDir
    Path folder;

    static Stream<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(".github/workflows"))) {
            return files.sorted().toList().stream();
        }
    }

    /** Those that users copy as well. */
    static Stream<Path> workflowsAndExamples() throws IOException {
        return Stream.concat(workflows(), Stream.of(ROOT.resolve("examples/shards/github/shards.yml")));
    }

    @ParameterizedTest
    @MethodSource("workflowsAndExamples")
    void workflow_actions_arePinnedAndMayReadOnly(Path workflow) throws IOException {
        String text = Files.readString(workflow);

        assertThat(text.lines().filter(line -> line.contains("uses: ")))
                .isNotEmpty()
                .allMatch(line -> line.matches(" *- uses: [a-z-]+(/[a-z-]+)+@[0-9a-f]{40} # v[0-9.]+"));
        assertThat(text).contains("\npermissions:\n  contents: read\n").doesNotContain("pull_request_target");
        assertThat(text.lines().filter(line -> line.strip().endsWith(": write")).map(String::strip))
                .allMatch("pull-requests: write"::equals);
    }

    @ParameterizedTest
    @MethodSource("workflowsAndExamples")
    void workflow_shell_seesNothingThatAPullRequestWrites(Path workflow) throws IOException {
        String text = Files.readString(workflow);

        assertThat(runs(text)).isNotEmpty().noneMatch(run -> run.contains("${{"));
        assertThat(text)
                .doesNotContain("head_ref")
                .doesNotContain("head.ref")
                .doesNotContain(".title")
                .doesNotContain(".body");
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void workflow_steps_callOnlyScriptsThatAreThere(Path workflow) throws IOException {
        assertThat(runs(Files.readString(workflow))).allSatisfy(run -> {
            assertThat(run).startsWith(".ci/");
            assertThat(ROOT.resolve(run.replaceFirst(" .*", ""))).isExecutable();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "0, Nothing wrong was found, 0",
        "1, Something got worse, 1",
        "2, could not be measured, 0",
        "3, nothing to compare with, 0",
        "4, Inconclusive, 0",
    })
    void performance_eachStatus_isSaidInWordsAndFailsOnlyWhenWrong(int status, String words, int verdict)
            throws Exception {
        Path check = script("check", "mkdir -p \"$6\"; echo '| row |' > \"$6/report.md\"; exit " + status);
        Path out = folder.resolve("out");

        Ended measured = step(
                "performance.yml", "Measure", Map.of("EVENKEEL_CHECK", check.toString(), "BASE_SHA", "abc1234"), out);

        assertThat(measured.status()).as(measured.output()).isZero();
        assertThat(Files.readString(out.resolve("comment.md")))
                .startsWith("<!-- evenkeel-performance -->\n")
                .containsIgnoringCase(words)
                .contains("abc1234")
                .contains("| row |");
        assertThat(step("performance.yml", "Verdict", Map.of(), out).status()).isEqualTo(verdict);
    }

    @Test
    void performance_baseThatIsNoCommit_isRefused() throws Exception {
        Ended ended = step("performance.yml", "Measure", Map.of("BASE_SHA", "$(touch pwned)"), folder.resolve("out"));

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.output()).contains("expected a commit id");
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"'', POST repos/o/r/issues/7/comments", "4711, PATCH repos/o/r/issues/comments/4711"})
    void comment_isWrittenOnceAndThenUpdatedInPlace(String found, String call) throws Exception {
        script(
                "gh",
                "case \"$*\" in *--jq*) echo '" + found + "' ;; *) echo \"$3 $4 $6\" >> " + folder + "/calls ;; esac");
        Path out = Files.createDirectories(folder.resolve("out"));
        Files.writeString(out.resolve("comment.md"), "<!-- evenkeel-performance -->\nwords\n");

        Ended ended = step(
                "performance.yml",
                "Comment",
                Map.of("PULL_REQUEST", "7", "REPOSITORY", "o/r", "PATH", folder + ":" + System.getenv("PATH")),
                out);

        assertThat(ended.status()).as(ended.output()).isZero();
        assertThat(Files.readString(folder.resolve("calls")))
                .isEqualTo(call + " body=@" + out.resolve("comment.md") + "\n");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 1", "3, 0", "4, 0"})
    void nightly_status_failsWhenWrongOrNotMeasured(int status, int verdict) throws Exception {
        Path nightly = script("nightly", "echo a night; exit " + status);
        Path out = folder.resolve("out");

        assertThat(step("nightly.yml", "Measure the night", Map.of("EVENKEEL_NIGHTLY", nightly.toString()), out)
                        .status())
                .isZero();
        assertThat(Files.readString(out.resolve("nightly.txt"))).contains("a night");
        assertThat(step("nightly.yml", "Verdict", Map.of(), out).status()).isEqualTo(verdict);
    }

    @Test
    void nightly_history_isKeptWhateverTheNightFound() throws IOException {
        String text = Files.readString(ROOT.resolve(".github/workflows/nightly.yml"));

        assertThat(text).containsPattern("actions/cache/save@\\w+ # v[0-9.]+\n +if: always\\(\\)");
        assertThat(text.indexOf("actions/cache/restore")).isPositive().isLessThan(text.indexOf("run: .ci/nightly"));
        assertThat(text.indexOf("actions/cache/save"))
                .isGreaterThan(text.indexOf("run: .ci/nightly"))
                .isLessThan(text.indexOf("run: .ci/verdict"));
    }

    /** The scripts stand between a workflow and the command: what they hand over has to be what the command takes. */
    @ParameterizedTest
    @CsvSource({
        "performance.yml, Measure, EVENKEEL_CHECK, check",
        "nightly.yml, Measure the night, EVENKEEL_NIGHTLY, nightly",
    })
    void step_optionsOfItsScript_areThoseOfTheCommand(String workflow, String name, String variable, String command)
            throws Exception {
        Map<String, String> environment = Map.of(variable, recording(command).toString(), "BASE_SHA", "abc1234");

        Ended ended = step(workflow, name, environment, folder.resolve("out"));

        assertThat(ended.status()).as(ended.output()).isZero();
        assertTaken(command, "--out");
    }

    @Test
    void docs_commandsForOtherServers_run() throws Exception {
        List<String> commands = Pattern.compile("(?m)sh '([^']+)'|^    - (\\.ci/.*)$")
                .matcher(Files.readString(ROOT.resolve("docs/use/ci.md")))
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toList();
        Map<String, String> environment = Map.of(
                "EVENKEEL_CHECK",
                recording("check").toString(),
                "EVENKEEL_NIGHTLY",
                recording("nightly").toString(),
                "CI_MERGE_REQUEST_DIFF_BASE_SHA",
                "abc1234");

        assertThat(commands).hasSize(3);
        for (String command : commands) {
            Ended ended = shell(command, environment, folder.resolve("out"));
            assertThat(ended.status()).as(ended.output()).isZero();
        }
        assertTaken("check", "--base");
        assertTaken("nightly", "--history");
    }

    /** A command that only writes down what it was asked for. */
    private Path recording(String command) throws IOException {
        return script(command, "printf '%s\\n' \"$@\" > " + folder.resolve(command + ".arguments"));
    }

    private void assertTaken(String command, String option) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(Files.readAllLines(folder.resolve(command + ".arguments")));
        assertThat(arguments).contains(option);
        assertThatCode(() -> new CommandLine(new Evenkeel()).parseArgs(arguments.toArray(String[]::new)))
                .doesNotThrowAnyException();
    }

    @Test
    void ci_step_isTheScriptThatDevelopersRun() throws IOException {
        assertThat(runs(Files.readString(ROOT.resolve(".github/workflows/ci.yml"))))
                .containsExactly(".ci/run --one-jdk");
    }

    private record Ended(int status, String output) {}

    /** Runs the command of a step as it stands in the workflow, with another folder for the results. */
    private Ended step(String workflow, String name, Map<String, String> environment, Path out) throws Exception {
        String text = Files.readString(ROOT.resolve(".github/workflows").resolve(workflow));
        Matcher step = Pattern.compile("- name: " + name + "\\n(?s:.*?) run: ([^\\n]*)")
                .matcher(text);
        assertThat(step.find()).as("step %s of %s", name, workflow).isTrue();
        return shell(step.group(1), environment, out);
    }

    private static Ended shell(String text, Map<String, String> environment, Path out)
            throws IOException, InterruptedException {
        String command = text.replaceAll("target/(performance|nightly)", Matcher.quoteReplacement(out.toString()));
        ProcessBuilder builder = new ProcessBuilder("bash", "-e", "-c", command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true);
        Map<String, String> variables = new LinkedHashMap<>(environment);
        builder.environment().remove("GITHUB_STEP_SUMMARY");
        builder.environment().putAll(variables);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    private Path script(String name, String body) throws IOException {
        Path script = folder.resolve(name);
        Files.writeString(script, "#!/usr/bin/env bash\n" + body + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    private static List<String> runs(String text) {
        List<String> runs = new ArrayList<>();
        Matcher run = RUN.matcher(text);
        while (run.find()) {
            runs.add(run.group(1));
        }
        return runs;
    }
}
