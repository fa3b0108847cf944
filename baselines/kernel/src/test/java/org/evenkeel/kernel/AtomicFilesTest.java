package org.evenkeel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

    /** Takes a while to write, so that somebody can look meanwhile. */
    private static final int LENGTH = 200 << 20;

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
    void write_aFileOfSomeLength_isNobodyElsesUntilItIsWhole_thenAsPlainFilesAre() throws Exception {
        Path file = folder.resolve("large.bin");
        Set<String> modes = ConcurrentHashMap.newKeySet();
        Thread watcher = new Thread(() -> {
            while (!Files.exists(file)) {
                modesOfUnfinished().forEach(modes::add);
            }
        });
        watcher.start();

        AtomicFiles.write(file, new byte[LENGTH]);
        watcher.join();

        assertThat(modes).containsExactly("rw-------");
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(Files.getPosixFilePermissions(Files.createFile(folder.resolve("plain"))));
    }

    /** Those of files that have some content already. */
    private List<String> modesOfUnfinished() {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> modes = new ArrayList<>();
            for (Path one :
                    files.filter(each -> each.toString().endsWith(".tmp")).toList()) {
                PosixFileAttributes attributes = Files.readAttributes(one, PosixFileAttributes.class);
                // Whole, it gets its own mode back before it is moved.
                if (attributes.size() > 0 && attributes.size() < LENGTH) {
                    modes.add(PosixFilePermissions.toString(attributes.permissions()));
                }
            }
            return modes;
        } catch (IOException moved) {
            return List.of();
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
