package org.evenkeel.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnusedFolderTest {

    @TempDir
    Path folder;

    @Test
    void is_emptyFolder() throws IOException {
        assertThat(UnusedFolder.is(folder)).isTrue();
    }

    @Test
    void is_whatARunLeftThatMeasuredNothing_andIsCleared() throws IOException {
        put("plan.txt", "options.json", "seed.txt", "base-build.log", "sides/base.jar", "parts/", "evidence/jmh.log");

        assertThat(UnusedFolder.is(folder)).isTrue();

        assertThat(contents()).containsExactly("evidence", "parts", "sides");
        assertThat(folder.resolve("evidence/jmh.log")).isRegularFile();
        assertThat(folder.resolve("sides")).isEmptyDirectory();
    }

    /** A run that was stopped before its first block has a report of nothing, and is gone on with by its plan. */
    @Test
    void is_notOneWithAFileOfSomebody_andThenNothingIsRemoved() throws IOException {
        put("a.txt", "plan.txt", "report.html", "seed.txt", "sides/base.jar", "parts/");

        assertThat(UnusedFolder.is(folder)).isFalse();

        assertThat(contents()).containsExactly("a.txt", "parts", "plan.txt", "report.html", "seed.txt", "sides");
        assertThat(folder.resolve("sides/base.jar")).isRegularFile();
    }

    @Test
    void is_notOneWithResults() throws IOException {
        put("plan.txt", "parts/000.json");

        assertThat(UnusedFolder.is(folder)).isFalse();

        assertThat(contents()).containsExactly("parts", "plan.txt");
    }

    private void put(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            if (name.endsWith("/")) {
                Files.createDirectories(file);
            } else {
                Files.createDirectories(file.getParent());
                Files.createFile(file);
            }
        }
    }

    private List<String> contents() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> folder.relativize(file).toString()).sorted().toList();
        }
    }
}
