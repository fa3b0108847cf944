package org.evenkeel.baselines.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.evenkeel.baselines.JmhText;
import org.evenkeel.baselines.samples.Session;
import org.evenkeel.leakcheck.command.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFilesTest {

    @TempDir
    private Path folder;

    @Test
    void read_folderWithACompressedFile_takesItForASessionLikeAnyOther() throws IOException {
        String text = new JmhText().add("a.B.c", "avgt", "ns/op", 5, 6, 7).text();
        Files.writeString(folder.resolve("1.json"), text);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("2.json.gz")))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        List<Session> sessions = SessionFiles.read(folder);

        assertThat(sessions).hasSize(2);
        assertThat(sessions).extracting(SessionFilesTest::forks).containsOnly(new double[] {5, 6, 7});
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
