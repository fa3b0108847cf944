package org.evenkeel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

    @TempDir
    Path folder;

    @Test
    void write_intoANewFolder_leavesOnlyTheFile() throws IOException {
        Path file = folder.resolve("a/b/result.json");

        AtomicFiles.write(file, "old");
        AtomicFiles.write(file, "new");

        assertThat(file).hasContent("new");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void write_whereAFileIsInTheWay_saysSo() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("taken"), "");

        assertThatThrownBy(() -> AtomicFiles.write(inTheWay.resolve("result.json"), "x"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("cannot write " + inTheWay.resolve("result.json"))
                .hasMessageContaining("in the way");
    }
}
