package org.evenkeel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreesTest {

    @TempDir
    Path folder;

    @Test
    void delete_folderWithALinkOut_leavesWhatTheLinkPointsTo() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside"), "mine");
        Path tree = Files.createDirectories(folder.resolve("tree/deep/er"));
        Files.writeString(tree.resolve("file"), "x");
        Files.createSymbolicLink(tree.resolve("link"), outside);
        Files.createSymbolicLink(tree.resolve("up"), folder);
        Files.createSymbolicLink(tree.resolve("dangling"), folder.resolve("nowhere"));

        Trees.delete(folder.resolve("tree"));

        assertThat(folder.resolve("tree")).doesNotExist();
        assertThat(outside).hasContent("mine");
    }

    @Test
    void delete_nothingThere_isQuiet() {
        assertThatCode(() -> Trees.delete(folder.resolve("none"))).doesNotThrowAnyException();
        assertThatCode(() -> Trees.deleteIfPossible(folder.resolve("none"))).doesNotThrowAnyException();
    }
}
