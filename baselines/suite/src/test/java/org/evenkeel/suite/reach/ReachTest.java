package org.evenkeel.suite.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a benchmark can reach, and what it cannot. */
class ReachTest extends CompiledCode {

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

    private static Way way(String name, String statement, String reached, String source) {
        String className = reached.indexOf('$') < 0 ? reached : reached.substring(0, reached.indexOf('$'));
        return new Way(name, root(statement).with(className, source), reached);
    }

    private static String loader(String method, String look) {
        return "public class Loader { public static Object " + method + "(String n) throws Exception { return " + look
                + "; } }";
    }
}
