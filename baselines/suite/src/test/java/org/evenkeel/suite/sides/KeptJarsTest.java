package org.evenkeel.suite.sides;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.evenkeel.kernel.BadInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptJarsTest {

    /** What a build makes is the file that tells one commit from the other. */
    private static final JarBuild COPY = new JarBuild("cp code.txt made.jar", Path.of("made.jar"));

    @TempDir
    Path folder;

    private Path repository = Path.of("");
    private KeptJars jars = new KeptJars(Path.of(""));

    @BeforeEach
    void twoCommitsAndARun() throws Exception {
        repository = Files.createDirectories(folder.resolve("repository"));
        TwoCommits.in(repository);
        jars = new KeptJars(Files.createDirectories(folder.resolve("run")));
    }

    @Test
    void build_ofACommit_keepsWhatItMakesBesideTheWorkTree() throws Exception {
        Files.writeString(repository.resolve("code.txt"), "dirty");
        BaseCommit commit = BaseCommit.find(repository, "HEAD~1");

        jars.build(commit, COPY, Optional.empty());

        assertThat(jars.areThere()).isTrue();
        assertThat(jars.base()).hasContent("old");
        assertThat(jars.current()).hasContent("dirty");
        assertThat(jars.baseHash()).contains(commit.hash());
        assertThat(repository.resolve("target/evenkeel/worktrees")).isEmptyDirectory();
    }

    @Test
    void build_again_changesNothing_andAnotherCommitIsRefused() throws Exception {
        jars.build(BaseCommit.find(repository, "HEAD~1"), COPY, Optional.empty());
        Files.writeString(repository.resolve("code.txt"), "dirty");

        jars.build(BaseCommit.find(repository, "HEAD~1"), COPY, Optional.empty());

        assertThat(jars.current()).hasContent("new");
        assertThatThrownBy(() -> jars.build(BaseCommit.find(repository, "HEAD"), COPY, Optional.empty()))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("--resume: ")
                .hasMessageContaining("found --base HEAD, which is")
                .hasMessageNotContaining("\n");
    }

    @Test
    void build_thatFailsOrMakesNothing_isOneClearLineAndLeavesNoTree() {
        BaseCommit commit = BaseCommit.find(repository, "HEAD~1");

        assertThatThrownBy(() -> jars.build(commit, new JarBuild("exit 3", Path.of("x.jar")), Optional.empty()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(
                        "the base HEAD~1 (" + commit.hash().substring(0, 10) + ") does not build (status 3)");
        assertThatThrownBy(() -> jars.build(commit, new JarBuild("true", Path.of("x.jar")), Optional.empty()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("expected its build to make x.jar, found none");
        assertThat(jars.areThere()).isFalse();
        assertThat(repository.resolve("target/evenkeel/worktrees")).isEmptyDirectory();
    }

    @Test
    void ownBuild_ofAnotherRepository_isRefusedWithWhatToDo() {
        assertThatThrownBy(() -> JarBuild.ownOf(repository, "give --build"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("is not the repository of this tool")
                .hasMessageEndingWith("; give --build");
    }

    @Test
    void holds_looksIntoJarsAndFolders() throws IOException {
        Path jar = folder.resolve("x.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("a/B.class"));
        }

        assertThat(KeptJars.holds(jar, "a/B.class")).isTrue();
        assertThat(KeptJars.holds(jar, "a/C.class")).isFalse();
        assertThat(KeptJars.holds(repository, "code.txt")).isTrue();
        assertThatThrownBy(() -> KeptJars.holds(repository.resolve("code.txt"), "a/B.class"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("expected a jar, found a file that is none");
    }
}
