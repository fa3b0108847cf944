package org.evenkeel.maven.side;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleSideTest {

    @TempDir
    Path folder;

    @Test
    void module_written_isReadAgain_withItsEntriesInOrder() throws IOException {
        List<Path> entries = List.of(Path.of("/a b/classes"), Path.of("/x.jar"), Path.of("/1.jar"), Path.of("/ä.jar"));
        ModuleSide one = new ModuleSide("org.acme:one", Path.of("/one/target"), entries, true, false);
        ModuleSide two = new ModuleSide("org.acme:two", Path.of("/two/target"), List.of(), false, true);

        two.writeInto(folder);
        one.writeInto(folder);

        assertThat(ModuleSide.readAll(folder)).containsExactly(one, two);
        assertThat(ModuleSide.readAll(folder.resolve("missing"))).isEmpty();
    }

    @Test
    void kept_whatLiesInTheTree_isCopied_andNothingElse() throws IOException {
        Path tree = folder.resolve("tree/target/classes");
        Files.createDirectories(tree.resolve("org"));
        Files.writeString(tree.resolve("org/A.class"), "before");
        Path library = Files.writeString(folder.resolve("library.jar"), "a library");
        Path own = Files.writeString(folder.resolve("tree/own.jar"), "own");
        ModuleSide module =
                new ModuleSide("org.acme:one", folder.resolve("tree/target"), List.of(tree, library, own), true, false);

        ModuleSide kept = KeptSide.of(module, folder.resolve("tree"), folder.resolve("kept"));
        Files.writeString(tree.resolve("org/A.class"), "built again");

        assertThat(kept.classPath())
                .containsExactly(folder.resolve("kept/000-classes"), library, folder.resolve("kept/002-own.jar"));
        assertThat(kept.classPath().get(0).resolve("org/A.class")).hasContent("before");
        assertThat(kept.classPath().get(2)).hasContent("own");
    }

    @Test
    void properties_ofTheRunningMaven_areHandedOn_butForThoseOfThePlugin() {
        assertThat(ChildMaven.properties(
                        Map.of("revision", "2", "base", "main", "evenkeel.skip", "false", "skipTests", "false"),
                        List.of("base")))
                .containsExactly("-Drevision=2");
    }
}
