package org.evenkeel.suite.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.kernel.BadInputException;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** Which edits change the fingerprint of a benchmark, and which do not. */
class FingerprintTest extends CompiledCode {

    @Test
    void debugInformation_doesNotCount() {
        Code code = root("int a = 1; use(a + 1);");
        Code edited = Code.of(
                "com.acme.app.Root",
                "\n\n/** Says more. */\n" + rootSource("\n// moved\nint renamed = 1;\n\nuse(renamed + 1);"));

        assertThat(fingerprint(edited)).isEqualTo(fingerprint(code));
    }

    @Test
    void orderAndWasteOfTheConstantPool_doNotCount() throws IOException {
        Path folder = root("use(\"a\"); use(\"b\");").in(newFolder());
        CodeFingerprint before = Reach.open(List.of(folder)).ofBenchmark(BENCHMARK);
        Path file = folder.resolve("com/acme/app/Root.class");
        ClassWriter written = new ClassWriter(0);
        for (int i = 0; i < 300; i++) {
            written.newConst("unused " + i);
        }
        new ClassReader(Files.readAllBytes(file)).accept(written, 0);
        Files.write(file, written.toByteArray());

        assertThat(Reach.open(List.of(folder)).ofBenchmark(BENCHMARK)).isEqualTo(before);
    }

    @Test
    void oneCharacterOfCode_counts() {
        assertThat(fingerprint(root("use(1);")).differencesTo(fingerprint(root("use(2);"))))
                .containsExactly("com.acme.app.Root");
    }

    @Test
    void eachReachedPart_changesTheHash_andIsNamed() throws IOException {
        Path folder = threeClassesAndAResource().in(newFolder());
        CodeFingerprint before = Reach.open(List.of(folder)).ofBenchmark(BENCHMARK);

        assertThat(before.classes()).isEqualTo(3);
        assertThat(before.parts()).hasSize(4);
        for (String part : before.parts().keySet()) {
            Path file = folder.resolve(part.startsWith("/") ? part.substring(1) : part.replace('.', '/') + ".class");
            byte[] kept = Files.readAllBytes(file);
            Files.write(file, part.startsWith("/") ? new byte[] {1} : Code.changed(kept));
            CodeFingerprint after = Reach.open(List.of(folder)).ofBenchmark(BENCHMARK);

            assertThat(after.hash()).isNotEqualTo(before.hash());
            assertThat(after.differencesTo(before)).containsExactly(part);
            assertThat(before.differencesTo(after)).containsExactly(part);
            Files.write(file, kept);
        }
    }

    @Test
    void anUnreachableClass_changesNothing() {
        CodeFingerprint before = fingerprint(threeClassesAndAResource());

        assertThat(fingerprint(threeClassesAndAResource()
                        .with("com.acme.lib.Unused", "public class Unused { com.acme.app.Root root; }")
                        .with("com.acme.app.Unused", "public class Unused { com.acme.app.Root root; }")
                        .withResource("com/acme/app/unused.txt", "com.acme.lib.Unused")))
                .isEqualTo(before);
    }

    @Test
    void whatIsAddedOrRemoved_differs() {
        CodeFingerprint without = fingerprint(root("use(\"com.acme.lib.Other\");"));
        CodeFingerprint with =
                fingerprint(root("use(\"com.acme.lib.Other\");").with("com.acme.lib.Other", "public class Other {}"));

        assertThat(with.differencesTo(without)).containsExactly("com.acme.lib.Other");
        assertThat(without.differencesTo(with)).containsExactly("com.acme.lib.Other");
        assertThat(with.differencesTo(with)).isEmpty();
    }

    @Test
    void aJar_andTheFolderItWasMadeOf_areTheSame() throws IOException {
        Path folder = threeClassesAndAResource().in(newFolder());
        Path jar = Code.jar(folder, temporary.resolve("code.jar"));

        assertThat(Reach.open(List.of(jar)).ofBenchmark(BENCHMARK))
                .isEqualTo(Reach.open(List.of(folder)).ofBenchmark(BENCHMARK));
    }

    @Test
    void classesForNewerJvms_countWithTheirClass() throws IOException {
        Path folder = root("com.acme.app.Clock.now();")
                .with("com.acme.app.Clock", "class Clock { static void now() {} }")
                .in(newFolder());
        Path newer = Code.of("com.acme.app.Clock", "class Clock { static void now() { Modern.now(); } }")
                .with("com.acme.app.Modern", "class Modern { static void now() {} }")
                .in(folder.resolve("META-INF/versions/21"));
        assertThat(newer).isDirectory();
        Path jar = Code.jar(folder, temporary.resolve("versions.jar"));

        assertThat(Reach.open(List.of(jar)).ofBenchmark(BENCHMARK).parts())
                .containsKeys(
                        "com.acme.app.Clock",
                        "/META-INF/versions/21/com/acme/app/Clock.class",
                        "/META-INF/versions/21/com/acme/app/Modern.class");
    }

    @Test
    void theFirstOfTwoClassesOfOneName_counts() {
        Path first = root("use(1);").in(newFolder());
        Path second = root("use(2);").in(newFolder());

        assertThat(Reach.open(List.of(first, second)).ofBenchmark(BENCHMARK))
                .isEqualTo(Reach.open(List.of(first)).ofBenchmark(BENCHMARK));
        assertThat(Reach.open(List.of(second, first)).ofBenchmark(BENCHMARK))
                .isEqualTo(Reach.open(List.of(second)).ofBenchmark(BENCHMARK));
    }

    @Test
    void jarsThatAManifestNames_areOnTheClassPath() throws IOException {
        Path library = Code.jar(
                Code.of("com.acme.lib.Other", "public class Other {}").in(newFolder()),
                temporary.resolve("library.jar"));
        assertThat(library).exists();
        Path program = Code.jar(
                root("use(\"com.acme.lib.Other\");")
                        .withResource(
                                "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nClass-Path: library.jar gone.jar\n")
                        .in(newFolder()),
                temporary.resolve("program.jar"));

        assertThat(Reach.open(List.of(program)).ofBenchmark(BENCHMARK).parts()).containsKey("com.acme.lib.Other");
    }

    @Test
    void whoBuiltTheJar_doesNotCount() throws IOException {
        assertThat(ofJarWithManifest("Build-Jdk-Spec: 17")).isEqualTo(ofJarWithManifest("Build-Jdk-Spec: 25"));
        assertThat(ofJarWithManifest("Multi-Release: true")).isNotEqualTo(ofJarWithManifest("Build-Jdk-Spec: 17"));
    }

    private CodeFingerprint ofJarWithManifest(String line) throws IOException {
        Path folder = root("").withResource("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n" + line + "\n")
                .in(newFolder());
        return Reach.open(List.of(Code.jar(folder, temporary.resolve(folder.getFileName() + ".jar"))))
                .ofBenchmark(BENCHMARK);
    }

    @Test
    void settingsOfTheBenchmark_count_andThoseOfOthersDoNot() {
        CodeFingerprint before =
                fingerprint(benchmarkList("com.acme.app.Root S 3 run 5", "com.acme.app.Second S 3 run 5"));

        assertThat(fingerprint(benchmarkList("com.acme.app.Root S 3 run 5", "com.acme.app.Second S 3 run 6")))
                .isEqualTo(before);
        assertThat(fingerprint(benchmarkList("com.acme.app.Root S 3 run 6", "com.acme.app.Second S 3 run 5"))
                        .differencesTo(before))
                .containsExactly("/META-INF/BenchmarkList");
    }

    private static Code benchmarkList(String... lines) {
        return root("").withResource("META-INF/BenchmarkList", String.join("\n", lines));
    }

    @Test
    void aClassFileThatNobodyKnows_countsByItsBytes_andIsFollowed() throws IOException {
        Path folder = root("use(\"com.acme.app.Future\");")
                .with("com.acme.app.Future", "class Future { com.acme.lib.Other other; }")
                .with("com.acme.lib.Other", "public class Other {}")
                .in(newFolder());
        Path file = folder.resolve("com/acme/app/Future.class");
        byte[] bytes = Files.readAllBytes(file);
        bytes[7] = 127;
        Files.write(file, bytes);

        assertThat(Reach.open(List.of(folder)).ofBenchmark(BENCHMARK).parts())
                .containsKeys("com.acme.app.Future", "com.acme.lib.Other");
    }

    @Test
    void badInput_isSaidInOneLine() throws IOException {
        Path noJar = Files.writeString(temporary.resolve("no.jar"), "text");
        Path folder = root("").in(newFolder());

        assertThatThrownBy(() -> Reach.open(List.of(noJar)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("no.jar: expected a jar or a folder")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> Reach.open(List.of(temporary.resolve("gone.jar"))))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("gone.jar");
        assertThatThrownBy(() -> Reach.open(List.of(folder)).ofBenchmark("com.acme.app.Gone.run"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("com.acme.app.Gone");
        assertThatThrownBy(() -> Reach.open(List.of(folder)).ofHotPath("com.acme.app.Gone"))
                .isInstanceOf(BadInputException.class);
    }

    @Test
    void aJarThatIsReplacedByNonsense_isSaid() throws IOException {
        Path jar = Code.jar(root("").in(newFolder()), temporary.resolve("replaced.jar"));
        Reach reach = Reach.open(List.of(jar));
        Files.writeString(jar, "nonsense");

        assertThatThrownBy(() -> reach.ofBenchmark(BENCHMARK))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("replaced.jar");
    }

    private static Code threeClassesAndAResource() {
        return root("com.acme.lib.Other.go(); Root.class.getResource(\"words.txt\");")
                .with("com.acme.lib.Other", "public class Other { public static void go() { new Third(); } }")
                .with("com.acme.lib.Third", "class Third {}")
                .withResource("com/acme/app/words.txt", "some words");
    }
}
