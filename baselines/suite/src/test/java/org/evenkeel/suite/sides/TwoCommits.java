package org.evenkeel.suite.sides;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A repository of two commits, in which {@code code.txt} first says "old", then "new". */
final class TwoCommits {

    private TwoCommits() {}

    static void in(Path repository) throws IOException, InterruptedException {
        git(repository, "init", "--quiet");
        Files.writeString(repository.resolve(".gitignore"), "target/\n");
        commit(repository, "old");
        commit(repository, "new");
    }

    static String git(Path repository, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }

    private static void commit(Path repository, String content) throws IOException, InterruptedException {
        Files.writeString(repository.resolve("code.txt"), content);
        git(repository, "add", ".");
        git(repository, "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "--quiet", "-m", content);
    }
}
