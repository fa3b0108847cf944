package org.evenkeel.suite.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.kernel.BadInputException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

class ReachTest {

    private static final String BENCHMARK = "com.acme.app.Root.run";

    @TempDir
    Path temporary;

    private int folders;

    private record Way(String name, Code code, String reached) {}

    @TestFactory
    Stream<DynamicTest> whatCanInfluence_isReached() {
        List<Way> ways = new ArrayList<>();
        String other = "public class Other { public static void go() {} }";
        ways.add(way("a call", "com.acme.lib.Other.go();", "com.acme.lib.Other", other));
        ways.add(way("a class literal", "use(com.acme.lib.Other.class);", "com.acme.lib.Other", other));
        ways.add(way("an array of arrays", "use(new com.acme.lib.Other[0][0]);", "com.acme.lib.Other", other));
        ways.add(way("a cast", "var x = (com.acme.lib.Other) use(null);", "com.acme.lib.Other", other));
        ways.add(way("a lambda", "Runnable r = () -> com.acme.lib.Other.go();", "com.acme.lib.Other", other));
        ways.add(way("a method reference", "Runnable r = com.acme.lib.Other::go;", "com.acme.lib.Other", other));
        ways.add(way(
                "a caught exception",
                "try { use(null); } catch (com.acme.lib.Broken e) { return; }",
                "com.acme.lib.Broken",
                "public class Broken extends RuntimeException {}"));
        ways.add(way("a name", "Class.forName(\"com.acme.lib.Other\");", "com.acme.lib.Other", other));
        ways.add(way("a name in a local", "var n = \"com.acme.lib.Other\"; use(n);", "com.acme.lib.Other", other));
        ways.add(way("a name with slashes", "use(\"com/acme/lib/Other\");", "com.acme.lib.Other", other));
        ways.add(way("a class file", "use(\"/com/acme/lib/Other.class\");", "com.acme.lib.Other", other));
        ways.add(way(
                "a nested class by its written name",
                "use(\"com.acme.lib.Outer.Inner\");",
                "com.acme.lib.Outer$Inner",
                "public class Outer { public static class Inner {} }"));
        ways.add(way(
                "the beginning of a name",
                "Class.forName(\"com.acme.lib.Plugin\" + System.nanoTime());",
                "com.acme.lib.Plugin7",
                "public class Plugin7 {}"));
        ways.add(way(
                "a package",
                "for (String n : args) Class.forName(\"com.acme.lib.\" + n);",
                "com.acme.lib.Other",
                other));
        ways.add(way(
                "a pattern",
                "Class.forName(String.format(\"com.acme.lib.%s\", args[0]));",
                "com.acme.lib.Other",
                other));
        ways.add(new Way(
                "the package of a class that is reached, and a word",
                root("Loader.load(com.acme.model.Thing.class, \"Helper\");")
                        .with("com.acme.model.Thing", "public class Thing {}")
                        .with("com.acme.model.Helper", "public class Helper {}")
                        .with(
                                "com.acme.app.Loader",
                                "class Loader { static Object load(Class<?> c, String n) throws Exception { return"
                                        + " Class.forName(c.getPackageName() + \".\" + n); } }"),
                "com.acme.model.Helper"));
        ways.add(new Way(
                "the name of a class that is reached, and a word, in somebody else's library",
                root("org.library.util.Loader.load(com.acme.model.Thing.class);")
                        .with("com.acme.model.Thing", "public class Thing {}")
                        .with("com.acme.model.ThingImpl", "public class ThingImpl {}")
                        .with(
                                "org.library.util.Loader",
                                "public class Loader { public static Object load(Class<?> c) throws Exception { return"
                                        + " Class.forName(c.getName() + \"Impl\"); } }"),
                "com.acme.model.ThingImpl"));
        ways.add(new Way(
                "a name that comes from elsewhere, in the package that looks it up",
                root("Class.forName(args[0]);").with("com.acme.app.deep.Hidden", "public class Hidden {}"),
                "com.acme.app.deep.Hidden"));
        ways.add(new Way(
                "a name that comes from elsewhere, in a package that is reached",
                root("com.acme.tools.Loader.load(args[0]);")
                        .with("com.acme.app.Hidden", "public class Hidden {}")
                        .with("com.acme.tools.Loader", loader("load", "Class.forName(n)")),
                "com.acme.app.Hidden"));
        ways.add(new Way(
                "a name that comes from elsewhere, in a library",
                root("org.library.util.Loader.load(args[0]);")
                        .with("org.library.other.Hidden", "public class Hidden {}")
                        .with("org.library.util.Loader", loader("load", "Loader.class.getClassLoader().loadClass(n)")),
                "org.library.other.Hidden"));
        ways.add(new Way(
                "a look-up handed on as a method reference",
                root("use(Finder.class);")
                        .with("com.acme.app.Hidden", "public class Hidden {}")
                        .with(
                                "com.acme.app.Finder",
                                "class Finder { interface F { Object f(String n) throws Exception; } static F f ="
                                        + " Class::forName; }"),
                "com.acme.app.Hidden"));
        ways.add(new Way(
                "an annotation, and what it names",
                root("use(Marked.class);")
                        .with("com.acme.app.Marked", "@com.acme.lib.Mark(com.acme.lib.Other.class) class Marked {}")
                        .with("com.acme.lib.Mark", "public @interface Mark { Class<?> value(); }")
                        .with("com.acme.lib.Other", other),
                "com.acme.lib.Other"));
        ways.add(new Way(
                "a text of an annotation",
                root("use(Marked.class);")
                        .with("com.acme.app.Marked", "@com.acme.lib.Mark(\"com.acme.lib.Other\") class Marked {}")
                        .with("com.acme.lib.Mark", "public @interface Mark { String value(); }")
                        .with("com.acme.lib.Other", other),
                "com.acme.lib.Other"));
        ways.add(new Way(
                "what a sealed type permits",
                root("use(Shape.class);")
                        .with("com.acme.app.Shape", "sealed interface Shape permits Circle {}")
                        .with("com.acme.app.Circle", "record Circle(com.acme.lib.Other centre) implements Shape {}")
                        .with("com.acme.lib.Other", other),
                "com.acme.lib.Other"));
        ways.add(new Way(
                "a type argument",
                root("use(Holder.class);")
                        .with("com.acme.app.Holder", "class Holder { java.util.List<com.acme.lib.Other> held; }")
                        .with("com.acme.lib.Other", other),
                "com.acme.lib.Other"));
        ways.add(new Way(
                "a super type's own super type",
                root("use(Lower.class);")
                        .with("com.acme.app.Lower", "class Lower extends Middle {}")
                        .with("com.acme.app.Middle", "class Middle extends com.acme.lib.Other {}")
                        .with("com.acme.lib.Other", other),
                "com.acme.lib.Other"));
        ways.add(new Way(
                "a provider of a service",
                root("use(java.util.ServiceLoader.load(com.acme.lib.Spi.class));")
                        .with("com.acme.lib.Spi", "public interface Spi {}")
                        .with("com.acme.impl.Provider", "public class Provider implements com.acme.lib.Spi {}")
                        .withResource("META-INF/services/com.acme.lib.Spi", "# ours\ncom.acme.impl.Provider # best\n"),
                "com.acme.impl.Provider"));
        ways.add(new Way(
                "a provider of a service of the JDK whose module is used",
                root("use(javax.sql.DataSource.class);")
                        .with("org.base.Driver", "public class Driver {}")
                        .withResource("META-INF/services/java.sql.Driver", "org.base.Driver\n"),
                "org.base.Driver"));
        ways.add(new Way(
                "a resource beside the class",
                root("Root.class.getResourceAsStream(\"words.txt\");").withResource("com/acme/app/words.txt", "a b c"),
                "/com/acme/app/words.txt"));
        ways.add(new Way(
                "a resource below the class",
                root("Root.class.getResourceAsStream(\"data/words.txt\");")
                        .withResource("com/acme/app/data/words.txt", "a b c"),
                "/com/acme/app/data/words.txt"));
        ways.add(new Way(
                "a resource above the class",
                root("Root.class.getResourceAsStream(\"../words.txt\");").withResource("com/acme/words.txt", "a b c"),
                "/com/acme/words.txt"));
        ways.add(new Way(
                "a resource by its whole path",
                root("Root.class.getResourceAsStream(\"/data/words.txt\");").withResource("data/words.txt", "a b c"),
                "/data/words.txt"));
        ways.add(new Way(
                "a folder of resources",
                root("for (String n : args) Root.class.getResourceAsStream(\"/data/\" + n + \".txt\");")
                        .withResource("data/words.txt", "a b c"),
                "/data/words.txt"));
        ways.add(new Way(
                "a resource whose name comes from elsewhere",
                root("Root.class.getResourceAsStream(args[0]);").withResource("com/acme/app/deep/words.txt", "a b c"),
                "/com/acme/app/deep/words.txt"));
        ways.add(new Way(
                "a bundle in another language",
                root("java.util.ResourceBundle.getBundle(\"com.acme.texts.Messages\");")
                        .withResource("com/acme/texts/Messages_de.properties", "a=b"),
                "/com/acme/texts/Messages_de.properties"));
        ways.add(new Way(
                "a class that a reached resource names",
                root("Root.class.getResourceAsStream(\"settings.properties\");")
                        .withResource("com/acme/app/settings.properties", "impl=com.acme.lib.Other\n")
                        .with("com.acme.lib.Other", other),
                "com.acme.lib.Other"));
        ways.add(new Way(
                "what JMH generates for the benchmark",
                root("").with(
                                "com.acme.app.jmh_generated.Root_run_jmhTest",
                                "public class Root_run_jmhTest { Root_jmhType_B1 t; }")
                        .with("com.acme.app.jmh_generated.Root_jmhType_B1", "class Root_jmhType_B1 {}"),
                "com.acme.app.jmh_generated.Root_jmhType_B1"));
        return ways.stream()
                .map(way -> DynamicTest.dynamicTest(
                        way.name(),
                        () -> assertThat(fingerprint(way.code()).parts()).containsKey(way.reached())));
    }

    @TestFactory
    Stream<DynamicTest> whatCannotInfluence_isNotReached() {
        String other = "public class Other { public static void go() {} }";
        return Stream.of(
                        new Way(
                                "a class of the same package",
                                root("").with("com.acme.app.Other", other),
                                "com.acme.app.Other"),
                        new Way(
                                "a class whose name goes on",
                                root("").with("com.acme.app.Root2", "public class Root2 {}"),
                                "com.acme.app.Root2"),
                        new Way(
                                "the other package, when one looks up names",
                                root("Class.forName(args[0]);").with("com.acme.other.Other", other),
                                "com.acme.other.Other"),
                        new Way(
                                "the package, when the name is written",
                                root("Class.forName(\"com.acme.app.Root\", true, Root.class.getClassLoader());")
                                        .with("com.acme.app.Other", other),
                                "com.acme.app.Other"),
                        new Way(
                                "the folder, when the resource is written",
                                root("Root.class.getResource(\"words.txt\");")
                                        .withResource("com/acme/app/words.txt", "a")
                                        .withResource("com/acme/app/others.txt", "a"),
                                "/com/acme/app/others.txt"),
                        new Way(
                                "a service of a module that is not used",
                                root("").with("org.base.Driver", "public class Driver {}")
                                        .withResource("META-INF/services/java.sql.Driver", "org.base.Driver\n"),
                                "org.base.Driver"),
                        new Way(
                                "a service that nobody names",
                                root("").with("com.acme.lib.Spi", "public interface Spi {}")
                                        .with("com.acme.impl.Provider", "public class Provider {}")
                                        .withResource("META-INF/services/com.acme.lib.Spi", "com.acme.impl.Provider"),
                                "com.acme.impl.Provider"),
                        new Way(
                                "the other benchmark",
                                root("").with("com.acme.app.Second", "public class Second {}")
                                        .withResource("META-INF/BenchmarkList", "JMH S 19 com.acme.app.Second S 3 run"),
                                "com.acme.app.Second"),
                        new Way(
                                "what a comment names",
                                root("/* com.acme.lib.Other */").with("com.acme.lib.Other", other),
                                "com.acme.lib.Other"))
                .map(way -> DynamicTest.dynamicTest(
                        way.name(),
                        () -> assertThat(fingerprint(way.code()).parts()).doesNotContainKey(way.reached())));
    }

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

    private static Way way(String name, String statement, String reached, String source) {
        String className = reached.indexOf('$') < 0 ? reached : reached.substring(0, reached.indexOf('$'));
        return new Way(name, root(statement).with(className, source), reached);
    }

    private static Code root(String statement) {
        return Code.of("com.acme.app.Root", rootSource(statement));
    }

    private static String rootSource(String statement) {
        return "public class Root { public static void run(String... args) throws Exception {" + statement
                + "} static Object use(Object o) { return o; } }";
    }

    private static String loader(String method, String look) {
        return "public class Loader { public static Object " + method + "(String n) throws Exception { return " + look
                + "; } }";
    }

    private CodeFingerprint fingerprint(Code code) {
        return Reach.open(List.of(code.in(newFolder()))).ofBenchmark(BENCHMARK);
    }

    private Path newFolder() {
        return temporary.resolve("code" + folders++);
    }
}
