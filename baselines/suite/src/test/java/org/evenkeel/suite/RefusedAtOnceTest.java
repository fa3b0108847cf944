package org.evenkeel.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.evenkeel.kernel.Commands;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the same slip of a hand is answered with, in every command that could pass over it: one line, status 2, nothing measured. */
class RefusedAtOnceTest {

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void jars() throws IOException {
        Files.createDirectory(folder.resolve("nothing"));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("empty.jar")))) {
            jar.putNextEntry(new JarEntry("empty"));
        }
    }

    /** The tests' own hot paths are on the class path too, as the bundled ones are in the benchmark jar: they are not meant. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "check --benchmarks JAR --classpath NOTHING",
                "check --benchmarks JAR --classpath NOTHING --base-classpath NOTHING",
                "bench --benchmarks JAR --classpath NOTHING",
                "nightly --benchmarks JAR --classpath NOTHING",
                "ab --benchmarks JAR --base-classpath NOTHING --classpath NOTHING",
            })
    void classPathWithoutAHotPath_isRefused(String command) {
        assertThat(run(command)).as(err.toString()).isEqualTo(2);

        assertThat(err.toString().lines().filter(line -> !line.startsWith("Try ")))
                .singleElement()
                .asString()
                .contains("there is no hot path in " + folder.resolve("nothing"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab --path documents --param client=10",
                "ab --base-classpath NOTHING --classpath NOTHING --benchmarks JAR --param client=10",
                "bisect --good HEAD~2 --path documents --param client=10",
                "why HEAD --path documents --param client=10",
                "check --benchmarks JAR --path documents --param client=10",
                "bench --benchmarks JAR --path documents --param client=10",
                "nightly --benchmarks JAR --path documents --param client=10",
            })
    void paramBesideAHotPath_isRefused(String command) {
        assertThat(run(command)).as(err.toString()).isEqualTo(2);

        assertThat(err.toString().lines().filter(line -> !line.startsWith("Try ")))
                .singleElement()
                .asString()
                .contains("--param: expected --benchmark beside it; parameters of a hot path are a part of --path");
    }

    private int run(String command) {
        List<String> words = new ArrayList<>(
                List.of(command.replace("JAR", folder.resolve("empty.jar").toString())
                        .replace("NOTHING", folder.resolve("nothing").toString())
                        .split(" ")));
        if (!words.contains("bisect")) {
            words.addAll(List.of("--out", folder.resolve("run").toString()));
        }
        return Commands.run(
                new Evenkeel(),
                words.toArray(new String[0]),
                new PrintWriter(new StringWriter()),
                new PrintWriter(err));
    }
}
