package org.evenkeel.compare.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.EnvironmentJson;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.kernel.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFilesTest {

    private static final String TEXT =
            new JmhText().add("a.B.c", "avgt", "ns/op", 5, 6, 7).text();

    @TempDir
    private Path folder;

    @Test
    void read_folderWithACompressedFile_takesItForASessionLikeAnyOther() throws IOException {
        Files.writeString(folder.resolve("1.json"), TEXT);
        compress(folder.resolve("2.json.gz"));

        List<Session> sessions = SessionFiles.read(folder);

        assertThat(sessions).hasSize(2);
        assertThat(sessions).extracting(SessionFilesTest::forks).containsOnly(new double[] {5, 6, 7});
    }

    @Test
    void read_filesThatHaveNothingInCommon_areOneSession() throws IOException {
        Files.writeString(folder.resolve("1.json"), TEXT);
        Files.writeString(
                folder.resolve("2.json"),
                new JmhText().add("a.B.d", "avgt", "ns/op", 5, 6, 7).text());

        Session session = assertThat(SessionFiles.read(folder)).singleElement().actual();

        assertThat(session.series()).hasSize(2);
        assertThat(session.raw()).hasSize(2);

        Files.writeString(folder.resolve("3.json"), TEXT);
        assertThat(SessionFiles.read(folder)).hasSize(3);
    }

    @Test
    void read_folderOfARunWithACompressedFile_takesTheEnvironmentBesideIt() throws IOException {
        compress(folder.resolve("jmh.json.gz"));
        Environment environment = new Environment(new TreeMap<>(Map.of("cpu.count", "2")), new TreeMap<>());
        Files.writeString(folder.resolve(SessionFiles.ENVIRONMENT), EnvironmentJson.write(environment));

        assertThat(SessionFiles.read(folder))
                .singleElement()
                .satisfies(session -> assertThat(session.environment()).contains(environment))
                .satisfies(session -> assertThat(forks(session)).containsExactly(5, 6, 7));
    }

    @Test
    void read_pipe_isRefusedAndNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("pipe.json");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThatThrownBy(() -> SessionFiles.read(pipe))
                .isInstanceOf(BadInputException.class)
                .hasMessage(pipe + ": expected a file, found a pipe or a device");
        assertThatThrownBy(() -> SessionFiles.read(folder)).hasMessageContaining("found a pipe");
        assertThatThrownBy(() -> RulesFile.read(pipe)).hasMessageContaining("found a pipe");
    }

    @Test
    void read_emptyWord_isNotThePresentFolder() {
        assertThatThrownBy(() -> SessionFiles.read(Path.of("")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("found an empty word");
    }

    private static void compress(Path file) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(TEXT.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static double[] forks(Session session) {
        return session.series().values().iterator().next().forks();
    }

    @Test
    void read_fileThatOnlyPretendsToBeCompressed_isRefusedByName() throws IOException {
        Path file = Files.writeString(folder.resolve("run.json.gz"), "[]");

        assertThatThrownBy(() -> SessionFiles.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("run.json.gz cannot be read");
    }
}
