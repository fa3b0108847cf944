package org.evenkeel.suite.sides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.jar.JarFile;
import org.evenkeel.kernel.BadInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptCodeTest {

    /** Of "hello\n", as sha256sum prints it. */
    private static final String OF_HELLO = "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03";

    @TempDir
    Path folder;

    private KeptCode kept = new KeptCode(Path.of(""));

    @BeforeEach
    void store() {
        kept = new KeptCode(folder.resolve("store"));
    }

    @Test
    void keep_ofAJar_isFoundByItsHashWhateverBecomesOfTheOriginal() throws IOException {
        Path jar = Files.writeString(folder.resolve("app.jar"), "hello\n");

        String hash = kept.keep(jar);
        Files.writeString(jar, "another build");

        assertThat(hash).isEqualTo(OF_HELLO);
        assertThat(kept.find(hash)).hasContent("hello\n");
    }

    @Test
    void keep_ofTheSameClassesTwice_isOneJarThatHoldsThem() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes/com/acme"));
        Files.writeString(classes.resolve("A.class"), "bytes");

        String first = kept.keep(folder.resolve("classes"));
        Files.setLastModifiedTime(classes.resolve("A.class"), FileTime.fromMillis(1_000_000_000_000L));
        String second = kept.keep(folder.resolve("classes"));

        assertThat(second).isEqualTo(first);
        try (JarFile jar = new JarFile(kept.find(first).toFile())) {
            assertThat(jar.getEntry("com/acme/A.class")).isNotNull();
        }
    }

    @Test
    void find_goneOrAltered_saysWhich() throws IOException {
        String hash = kept.keep(Files.writeString(folder.resolve("app.jar"), "hello\n"));
        Files.writeString(kept.find(hash), "more", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> kept.find(hash))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("was altered");
        assertThatThrownBy(() -> kept.find("0".repeat(64)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is gone");
        assertThatThrownBy(() -> kept.find("../../etc/passwd"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("expected the SHA-256 of a jar");
    }

    @Test
    void ofCommit_knowsWhatWasBuiltUntilItsJarIsAltered() throws IOException {
        String hash = kept.keep(Files.writeString(folder.resolve("app.jar"), "hello\n"));
        assertThat(kept.ofCommit("abc")).isEmpty();

        kept.built("abc", hash);
        assertThat(kept.ofCommit("abc")).contains(kept.find(hash));

        Files.writeString(kept.find(hash), "more", StandardOpenOption.APPEND);
        assertThat(kept.ofCommit("abc")).isEmpty();
    }

    @Test
    void retain_deletesWhatNobodyNeeds() throws IOException {
        String needed = kept.keep(Files.writeString(folder.resolve("a.jar"), "a"));
        String built = kept.keep(Files.writeString(folder.resolve("b.jar"), "b"));
        String surplus = kept.keep(Files.writeString(folder.resolve("c.jar"), "c"));
        kept.built("abc", built);

        kept.retain(List.of(needed));

        assertThat(kept.find(needed)).exists();
        assertThat(kept.find(built)).exists();
        assertThatThrownBy(() -> kept.find(surplus)).hasMessageContaining("is gone");
    }
}
