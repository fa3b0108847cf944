package org.evenkeel.baselines.run.interleaved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.leakcheck.command.BadInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTreeTest {

    @TempDir
    Path repository;

    @BeforeEach
    void twoCommits() throws Exception {
        git("init", "--quiet");
        Files.writeString(repository.resolve(".gitignore"), "target/\n");
        commit("old");
        commit("new");
    }

    @Test
    void checkOut_olderCommitOfDirtyTree_hasItsFilesAndIsGoneAfterwards() throws Exception {
        Files.writeString(repository.resolve("code.txt"), "dirty");
        String statusBefore = git("status", "--porcelain");
        Path folder;
        try (GitTree tree = GitTree.checkOut(repository, GitTree.commit(repository, "HEAD~1"))) {
            folder = tree.folder();
            assertThat(folder.resolve("code.txt")).hasContent("old");
        }

        assertThat(folder).doesNotExist();
        assertThat(git("worktree", "list").lines()).hasSize(1);
        assertThat(repository.resolve("code.txt")).hasContent("dirty");
        assertThat(git("status", "--porcelain")).isEqualTo(statusBefore);
    }

    @Test
    void checkOut_treeOfAKilledRun_isRemovedFirst() throws Exception {
        Path left = repository.resolve("target/evenkeel/worktrees/base-999999999");
        git("worktree", "add", "--detach", "--quiet", left.toString(), "HEAD");

        try (GitTree tree = GitTree.checkOut(repository, GitTree.commit(repository, "HEAD"))) {
            assertThat(tree.folder()).exists();
            assertThat(left).doesNotExist();
        }

        assertThat(git("worktree", "list").lines()).hasSize(1);
    }

    @Test
    void defaultBase_hangsOnWhetherThereAreChanges() throws IOException {
        assertThat(GitTree.defaultBase(repository)).isEqualTo("HEAD~1");

        Files.writeString(repository.resolve("code.txt"), "dirty");

        assertThat(GitTree.defaultBase(repository)).isEqualTo("HEAD");
    }

    @Test
    void commit_unknownName_isOneClearLine() {
        assertThatThrownBy(() -> GitTree.commit(repository, "no-such-branch"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("--base no-such-branch: expected a commit, branch or tag")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> GitTree.commit(repository, "--all")).isInstanceOf(BadInputException.class);
    }

    @Test
    void build_thatFails_isOneClearLineWithItsError() {
        assertThatThrownBy(() -> GitTree.build(
                        "the base", repository, "echo '[ERROR] cannot find symbol'; exit 3", repository.resolve("log")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("the base does not build (status 3): [ERROR] cannot find symbol; see")
                .hasMessageNotContaining("\n");
    }

    private void commit(String content) throws Exception {
        Files.writeString(repository.resolve("code.txt"), content);
        git("add", ".");
        git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "--quiet", "-m", content);
    }

    private String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }
}
