package org.evenkeel.suite.sides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.evenkeel.kernel.BadInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitTreeTest {

    @TempDir
    Path repository;

    @BeforeEach
    void twoCommits() throws Exception {
        TwoCommits.in(repository);
    }

    @Test
    void checkOut_olderCommitOfDirtyTree_hasItsFilesAndIsGoneAfterwards() throws Exception {
        Files.writeString(repository.resolve("code.txt"), "dirty");
        String statusBefore = TwoCommits.git(repository, "status", "--porcelain");
        Path folder;
        try (GitTree tree = GitTree.checkOut(repository, GitTree.commit(repository, "HEAD~1"))) {
            folder = tree.folder();
            assertThat(folder.resolve("code.txt")).hasContent("old");
        }

        assertThat(folder).doesNotExist();
        assertThat(TwoCommits.git(repository, "worktree", "list").lines()).hasSize(1);
        assertThat(repository.resolve("code.txt")).hasContent("dirty");
        assertThat(TwoCommits.git(repository, "status", "--porcelain")).isEqualTo(statusBefore);
    }

    @Test
    void checkOut_treeOfAKilledRun_isRemovedFirst() throws Exception {
        Path left = repository.resolve("target/evenkeel/worktrees/base-999999999");
        TwoCommits.git(repository, "worktree", "add", "--detach", "--quiet", left.toString(), "HEAD");

        try (GitTree tree = GitTree.checkOut(repository, GitTree.commit(repository, "HEAD"))) {
            assertThat(tree.folder()).exists();
            assertThat(left).doesNotExist();
        }

        assertThat(TwoCommits.git(repository, "worktree", "list").lines()).hasSize(1);
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
}
