package org.evenkeel.suite.profile.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilerJarTest {

    @TempDir
    Path folder;

    /** It is loaded into JVMs: whoever can write it runs code as this user. */
    @Test
    void behind_aJarOfOthers_isAJarOfThisUserOnly() throws Exception {
        Path ours = folder.resolve("ours.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(ours))) {
            out.putNextEntry(new JarEntry("org/evenkeel/jmh/profile/EventProfiler.class"));
            out.closeEntry();
        }
        Path theirs = folder.resolve("theirs.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(theirs))) {
            out.putNextEntry(new JarEntry("org/acme/Shop.class"));
            out.closeEntry();
        }
        Path target = folder.resolve("run/profiler.jar");

        List<Path> classPath = ProfilerJar.behind(List.of(theirs), ours, target);

        assertThat(classPath).hasSize(2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-------");
    }
}
