package org.evenkeel.leakcheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckFolderTest {

    @Test
    void clearLeftovers_foldersOfGoneLiveAndOtherProcesses_deletesTheGoneOnly(@TempDir Path temporary)
            throws Exception {
        Process gone = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-version").start();
        gone.waitFor();
        Path left = folder(temporary, "leakcheck-" + gone.pid() + "-123");
        Path ours = folder(temporary, "leakcheck-" + ProcessHandle.current().pid() + "-123");
        Path foreign = folder(temporary, "leakcheck-notes");

        CheckFolder.clearLeftovers(temporary);

        assertThat(left).doesNotExist();
        assertThat(ours.resolve("before.hprof")).exists();
        assertThat(foreign.resolve("before.hprof")).exists();
    }

    @Test
    void create_whateverTheUmask_isForThisUserOnly() throws IOException {
        try (CheckFolder folder = CheckFolder.create()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())))
                    .isEqualTo("rwx------");
        }
    }

    private static Path folder(Path temporary, String name) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve(name));
        Files.writeString(folder.resolve("before.hprof"), "a heap");
        return folder;
    }
}
