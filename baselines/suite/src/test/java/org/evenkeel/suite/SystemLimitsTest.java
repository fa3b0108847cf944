package org.evenkeel.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemLimitsTest {

    @TempDir
    Path folder;

    @Test
    void systemWithoutProc_commandThatMeasures_isToldOnceWhatIsNotSeen() {
        assertThat(said("ab", "--base", "main"))
                .hasLineCount(1)
                .startsWith("ab: this system has no ")
                .contains("goes on without");
    }

    @Test
    void systemWithoutProc_commandThatReadsFilesOrHelp_isToldNothing() {
        assertThat(said("compare", "a.json", "b.json")).isEmpty();
        assertThat(said("ab", "--help")).isEmpty();
        assertThat(said()).isEmpty();
    }

    @Test
    void systemWithProc_isToldNothing() throws IOException {
        Files.createDirectories(folder.resolve("self"));
        Files.writeString(folder.resolve("self/stat"), "1 (java) S");

        assertThat(said("ab", "--base", "main")).isEmpty();
    }

    private String said(String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        SystemLimits.say(args, folder, new PrintStream(err, true, StandardCharsets.UTF_8));
        return err.toString(StandardCharsets.UTF_8);
    }
}
