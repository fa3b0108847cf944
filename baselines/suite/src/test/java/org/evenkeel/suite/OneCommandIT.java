package org.evenkeel.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.evenkeel.suite.Jars.Ended;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one jar and its launcher as somebody has them who has no clone of the repository. */
@Tag("commands")
class OneCommandIT {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path LAUNCHER = ROOT.resolve("scripts/evenkeel");

    @TempDir
    Path folder;

    @Test
    void help_namesEveryCommand() throws Exception {
        Ended help = Jars.run(folder, Jars.BASELINES, "--help");

        assertThat(help.status()).isZero();
        assertThat(help.out())
                .contains("check", "ab", "compare", "leakcheck", "profile", "nightly", "history", "bench", "baseline")
                .contains("completion");
    }

    @Test
    void version_saysVersionCommitAndJava() throws Exception {
        Ended version = Jars.run(folder, Jars.BASELINES, "--version");

        assertThat(version.status()).isZero();
        assertThat(version.out())
                .containsPattern("(?m)^evenkeel \\d+\\.\\d+\\.\\d+(-SNAPSHOT)? \\(commit ([0-9a-f]{7,}|unknown)\\)$")
                .contains("Java " + System.getProperty("java.version"));
        for (String command : List.of("leakcheck", "check", "ab", "compare")) {
            assertThat(Jars.run(folder, Jars.BASELINES, command, "--version").out())
                    .as(command)
                    .isEqualTo(version.out());
        }
    }

    @Test
    void leakcheck_isACommandOfTheOneJar() throws Exception {
        Ended ended = Jars.run(folder, Jars.BASELINES, "leakcheck", "--workload", "no.such.Thing", "--out", "out");

        assertThat(ended.status()).isNotZero();
        assertThat(ended.err() + ended.out()).contains("no.such.Thing").doesNotContain("\tat ");
        assertThat(Jars.run(folder, Jars.BASELINES, "leakcheck").err())
                .contains("expected --workload SPEC")
                .contains("Try 'evenkeel leakcheck --help'");
    }

    /** As the pages name them; only the suite's other commands find these paths by themselves. */
    @Test
    void leakcheckScript_withoutAClassPath_knowsThePathsOfThisRepository() throws Exception {
        Process process = new ProcessBuilder(
                        ROOT.resolve("scripts/leakcheck").toString(), "--workload", "no-such-path", "--out", "out")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isEqualTo(2);
        assertThat(said).contains("there is no hot path \"no-such-path\"").contains("documents");
    }

    @Test
    void launcher_besideTheJar_inAFolderWithSpaces_throughASymbolicLink_runsIt() throws Exception {
        Path home = installed("some folder/bin", "some folder/bin/evenkeel.jar");
        Path link = Files.createSymbolicLink(folder.resolve("evenkeel"), home.resolve("evenkeel"));

        Ended ended = bash(Map.of(), "'" + link + "' --version");

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.out()).startsWith("evenkeel ");
    }

    @Test
    void launcher_jarInLib_passesArgumentsAndStatusOn() throws Exception {
        Path home = installed("app/bin", "app/lib/evenkeel.jar");

        Ended ended = bash(Map.of(), "'" + home.resolve("evenkeel") + "' compare 'no such.json' other.json");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("no such.json does not exist");
    }

    @Test
    void launcher_withoutJarOrWithAnOldJava_saysInOneLineWhatToDo() throws Exception {
        Path home = installed("empty/bin", null);

        Ended none = bash(Map.of(), "'" + home.resolve("evenkeel") + "' --version");

        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err())
                .hasLineCount(1)
                .contains("expected evenkeel.jar in ")
                .contains("EVENKEEL_JAR");

        Path old = Files.createDirectories(folder.resolve("old/bin"));
        Files.writeString(old.resolveSibling("release"), "JAVA_VERSION=\"11.0.2\"\n");
        Files.writeString(old.resolve("java"), "#!/bin/sh\n");
        assertThat(old.resolve("java").toFile().setExecutable(true)).isTrue();

        Ended refused = bash(
                Map.of("JAVA_HOME", old.resolveSibling("").toString(), "EVENKEEL_JAR", Jars.BASELINES.toString()),
                "'" + home.resolve("evenkeel") + "' --version");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).hasLineCount(1).contains("expected a JDK, 17 or newer, found Java 11");
    }

    @Test
    void completion_isUnderstoodByBash_andKnowsCommandsAndOptions() throws Exception {
        Path script = folder.resolve("completion.sh");
        Files.writeString(script, Jars.run(folder, Jars.BASELINES, "completion").out());

        Ended ended = bash(
                Map.of(),
                "source '" + script + "' && complete -p evenkeel && COMP_WORDS=(evenkeel ab --bas) COMP_CWORD=2"
                        + " && _complete_evenkeel && printf '%s\\n' \"${COMPREPLY[@]}\"");

        assertThat(ended.status()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("_complete_evenkeel").contains("--base-jar");
    }

    @Test
    void fronts_nameCommandsThatExist() throws Exception {
        String help = Jars.run(folder, Jars.BASELINES, "--help").out();
        Pattern front = Pattern.compile("/evenkeel\" (\\w+) \"\\$@\"");
        List<String> named = new ArrayList<>();
        try (Stream<Path> scripts = Files.list(ROOT.resolve("scripts"))) {
            for (Path script : scripts.sorted().toList()) {
                Matcher matcher = front.matcher(Files.readString(script));
                if (matcher.find()) {
                    assertThat(script.getFileName()).hasToString(matcher.group(1));
                    named.add(matcher.group(1));
                }
            }
        }
        assertThat(named).contains("ab", "check", "leakcheck", "nightly").allMatch(help::contains);
    }

    /** Bash 4 is not on a Mac; these words would not be understood there. */
    @ParameterizedTest
    @ValueSource(strings = {"mapfile", "readarray", "declare -A", "readlink -f", ",,}", "^^}", "&>>", "local -n"})
    void launcher_usesNothingThatBashOfAMacLacks(String word) throws IOException {
        try (Stream<String> lines = Files.lines(LAUNCHER)) {
            assertThat(lines.filter(line -> !line.startsWith("#"))).noneMatch(line -> line.contains(word));
        }
    }

    @Test
    void dockerfile_copiesWhatTheBuildMakes_andStartsIt() throws Exception {
        String file = Files.readString(ROOT.resolve("Dockerfile"));
        String jar = group(file, "(?m)^ARG JAR=(.*)$");
        String place = group(file, "(?m)^COPY \\$\\{JAR} (.*)$");
        String command =
                group(file, "(?m)^ENTRYPOINT \\[(.*)]$").replace("\"", "").replace(",", "");

        assertThat(ROOT.resolve(jar)).isRegularFile().isEqualTo(Jars.BASELINES);
        assertThat(Files.readAllLines(ROOT.resolve(".dockerignore"))).contains("!" + jar);
        assertThat(command).endsWith("-jar " + place);
        Ended ended = bash(Map.of(), command.replace(place, "'" + Jars.BASELINES + "'") + " --version");
        assertThat(ended.status()).as(ended.err()).isZero();
    }

    private static String group(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    /** A copy of the launcher, and the jar where it is asked for. */
    private Path installed(String bin, @org.jspecify.annotations.Nullable String jar) throws IOException {
        Path home = Files.createDirectories(folder.resolve(bin));
        Files.copy(LAUNCHER, home.resolve("evenkeel"));
        assertThat(home.resolve("evenkeel").toFile().setExecutable(true)).isTrue();
        if (jar != null) {
            Path place = folder.resolve(jar);
            Files.createDirectories(place.resolveSibling(""));
            Files.createSymbolicLink(place, Jars.BASELINES);
        }
        return home;
    }

    private Ended bash(Map<String, String> environment, String command) throws IOException, InterruptedException {
        Path out = folder.resolve("bash.out");
        Path err = folder.resolve("bash.err");
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        bash.environment().remove("EVENKEEL_JAR");
        bash.environment().putAll(environment);
        Process process = bash.start();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(command + " did not end");
        }
        return new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
