package org.evenkeel.suite.ab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.evenkeel.suite.ab.run.turns.TurnTaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TurnJarTest {

    @TempDir
    Path folder;

    /** A class that was forgotten would be missed in each fork, and nowhere else. */
    @Test
    void write_hasAllClassesOfTheirPackage() throws Exception {
        Path jar = folder.resolve("turns.jar");
        TurnJar.write(jar);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(jar)))
                .isEqualTo("rw-------");
        String place = TurnTaker.class.getPackageName().replace('.', '/');
        Path classes = Path.of(Objects.requireNonNull(TurnTaker.class.getResource("TurnTaker.class"))
                        .toURI())
                .resolveSibling("");
        try (JarFile written = new JarFile(jar.toFile());
                Stream<Path> compiled = Files.list(classes)) {
            List<String> expected = compiled.map(file -> place + "/" + file.getFileName())
                    .filter(name -> !name.endsWith("/package-info.class"))
                    .toList();
            assertThat(written.stream().map(entry -> entry.getName())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }
}
