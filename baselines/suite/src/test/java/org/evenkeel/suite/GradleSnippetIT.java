package org.evenkeel.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.compare.JmhText;
import org.evenkeel.suite.Jars.Ended;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tasks of the Gradle example run, by their own arguments; a script stands for Gradle. */
@Tag("long")
@Tag("commands")
class GradleSnippetIT {

    private static final Path SNIPPET = Path.of("../../examples/gradle-jmh/build.gradle.kts");
    private static final Pattern TASK = Pattern.compile("(?s)register<JavaExec>\\(\"(\\w+)\"\\) \\{(.*?)\n}");
    private static final Pattern WORD = Pattern.compile(
            "providers\\.gradleProperty\\(\"(\\w+)\"\\)\\.getOrElse\\(\"[^\"]*\"\\)(\\.split.*?isNotEmpty\\(\\) })?|\"([^\"]*)\"");

    private static final Pattern ARTIFACT = Pattern.compile("org\\.evenkeel:([a-z-]+):[^:\"]+:shaded@jar");

    @TempDir
    Path project;

    @Test
    void tasks_startTheMainClassOfTheOneJar() throws IOException {
        String snippet = Files.readString(SNIPPET);
        assertThat(snippet).contains("mainClass.set(\"" + Evenkeel.class.getName() + "\")");
        Matcher artifact = ARTIFACT.matcher(snippet);
        assertThat(artifact.find()).isTrue();
        // What is released is what the BOM names; the jar with all libraries is a second one of that module.
        assertThat(Files.readString(Path.of("../../bom/pom.xml")))
                .contains("<artifactId>" + artifact.group(1) + "</artifactId>");
        assertThat(Path.of("../../baselines/suite/pom.xml"))
                .content()
                .contains("<artifactId>" + artifact.group(1) + "</artifactId>")
                .contains("<shadedArtifactAttached>true</shadedArtifactAttached>");
    }

    @Test
    void evenkeelCompare_readsWhatTheJmhPluginWrites() throws Exception {
        Files.writeString(
                project.resolve("before.json"),
                new JmhText().add("a.B.c", "avgt", "ns/op", 100, 101, 99).text());
        Path results = Files.createDirectories(project.resolve("build/results/jmh"));
        Files.writeString(
                results.resolve("results.json"),
                new JmhText().add("a.B.c", "avgt", "ns/op", 300, 301, 299).text());

        Ended ended = run("evenkeelCompare", Map.of("before", "before.json"));

        assertThat(ended.status()).as(ended.toString()).isEqualTo(1);
        assertThat(project.resolve("build/evenkeel/compare/report.html")).exists();
    }

    @Test
    void evenkeelAb_buildsBothSidesByGradle_andMeasuresThem() throws Exception {
        Path gradle = project.resolve("gradlew");
        Files.writeString(
                gradle,
                "#!/bin/sh\n[ \"$*\" = '--quiet jmhJar' ] || exit 9\nmkdir -p build/libs\ncp '" + Jars.BENCHMARKS
                        + "' build/libs/mine-1.0-jmh.jar\n");
        assertThat(gradle.toFile().setExecutable(true)).isTrue();
        Files.writeString(project.resolve(".gitignore"), "build/\ntarget/\n*.txt\n");
        git("init", "-q", "-b", "main");
        git("add", "-A");
        git("-c", "user.name=Ada", "-c", "user.email=ada@acme.org", "commit", "-q", "-m", "first");

        Ended ended = run(
                "evenkeelAb",
                Map.of(
                        "base",
                        "main",
                        "evenkeel",
                        "--benchmark HotPathBenchmark.single --param path=planted --record 1 --busy 100%"
                                + " --warmup 100ms --measure 200ms --budget 60s"));

        assertThat(ended.status()).as(ended.toString()).isIn(0, 4);
        assertThat(project.resolve("build/evenkeel/ab/report.html")).exists();
        assertThat(project.resolve("build/evenkeel/ab/sides/base.jar")).exists();
    }

    private Ended run(String task, Map<String, String> properties) throws IOException, InterruptedException {
        return Jars.run(project, Jars.BASELINES, arguments(task, properties).toArray(String[]::new));
    }

    /** The arguments of a task, as Gradle would work them out. */
    private static List<String> arguments(String task, Map<String, String> properties) throws IOException {
        Matcher tasks = TASK.matcher(Files.readString(SNIPPET));
        List<String> arguments = new ArrayList<>();
        while (tasks.find()) {
            if (tasks.group(1).equals(task)) {
                for (String line : tasks.group(2).lines().toList()) {
                    if (line.strip().startsWith("args(")) {
                        add(line, properties, arguments);
                    }
                }
            }
        }
        assertThat(arguments).as("arguments of " + task).isNotEmpty();
        return arguments;
    }

    private static void add(String line, Map<String, String> properties, List<String> arguments) {
        Matcher words = WORD.matcher(line);
        while (words.find()) {
            if (words.group(1) == null) {
                arguments.add(words.group(3).replace("${project.name}", "mine").replace("${project.version}", "1.0"));
            } else if (words.group(2) == null) {
                arguments.add(properties.getOrDefault(words.group(1), ""));
            } else {
                arguments.addAll(
                        List.of(properties.getOrDefault(words.group(1), "").split(" ", -1)));
            }
        }
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", project.toString()));
        command.addAll(List.of(arguments));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }
}
