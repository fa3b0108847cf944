package org.evenkeel.compare.stored;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.kernel.Answer;

/** Asks git which commit is measured, and whether the tree has changes of its own. Says nothing where there is no git. */
final class GitFacts {

    private GitFacts() {}

    static void addContext(Path folder, Map<String, String> facts) {
        git(folder, "rev-parse", "HEAD").ifPresent(commit -> {
            facts.put("commit", commit);
            git(folder, "status", "--porcelain", "--untracked-files=no")
                    .ifPresent(status -> facts.put("commit.dirty", Boolean.toString(!status.isEmpty())));
        });
    }

    private static Optional<String> git(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Answer answer = Answer.of(
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectError(ProcessBuilder.Redirect.DISCARD),
                    Duration.ofSeconds(20));
            return answer.status() == 0 ? Optional.of(answer.text()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
