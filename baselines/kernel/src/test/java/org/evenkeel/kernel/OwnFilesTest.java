package org.evenkeel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnFilesTest {

    @TempDir
    Path folder;

    @Test
    void create_aFile_isOfThisUserOnly() throws IOException {
        Path jar = folder.resolve("a.jar");

        write(jar);

        assertThat(jar).hasContent("content");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(jar)))
                .isEqualTo("rw-------");
    }

    @Test
    void create_whereAFileForAllOrALinkWas_takesItsPlace() throws IOException {
        Path jar = Files.writeString(folder.resolve("a.jar"), "old");
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString("rw-rw-rw-"));
        Path theirs = Files.writeString(folder.resolve("theirs"), "theirs");
        Path link = Files.createSymbolicLink(folder.resolve("link.jar"), theirs);

        write(jar);
        write(link);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(jar)))
                .isEqualTo("rw-------");
        assertThat(link).isRegularFile().hasContent("content");
        assertThat(Files.isSymbolicLink(link)).isFalse();
        assertThat(theirs).hasContent("theirs");
    }

    private static void write(Path file) throws IOException {
        try (OutputStream out = OwnFiles.create(file)) {
            out.write("content".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
