package org.evenkeel.suite.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.compare.samples.code.TouchedMethod;
import org.evenkeel.compare.samples.code.TouchedMethod.Kind;
import org.evenkeel.suite.ForeignJar;
import org.evenkeel.suite.sides.Sides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which methods of two jars differ; beside the tests of the jars that a stranger's benchmarks are in. */
class TouchedMethodsTest {

    @TempDir
    Path folder;

    @Test
    void methods_withOtherBytes_areChanged_andThoseOfOneSideAddedOrRemoved() throws IOException {
        Path before = jar("before.jar", """
                public class Basket {
                    static int limit() { return 3; }
                    int moved() { return 1; }
                    int total(int a) { return a + 1; }
                    int total(long a) { return (int) a; }
                    void old() {}
                }
                """);
        // Other line numbers and names of variables alone are no change.
        Path now = jar("now.jar", """
                public class Basket {
                    static int limit() { return 3; }


                    int moved() { return 1; }
                    int total(int b) {
                        return b + 2;
                    }
                    int total(long a) { return (int) a; }
                    void young() {}
                }
                """);

        List<TouchedMethod> touched = TouchedMethods.between(new Sides(List.of(before), List.of(now)));

        assertThat(touched)
                .extracting(TouchedMethod::frame, TouchedMethod::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("org.acme.Basket.old", Kind.REMOVED),
                        org.assertj.core.groups.Tuple.tuple("org.acme.Basket.total", Kind.CHANGED),
                        org.assertj.core.groups.Tuple.tuple("org.acme.Basket.young", Kind.ADDED));
        TouchedMethod total = touched.get(1);
        assertThat(total.sourcePath()).isEqualTo("org/acme/Basket.java");
        assertThat(total.firstLine()).isEqualTo(8);
        assertThat(total.lastLine()).isEqualTo(10);
    }

    @Test
    void sameJars_haveNone() throws IOException {
        Path jar = jar("same.jar", "public class Basket { int a = 1; }");

        assertThat(TouchedMethods.between(new Sides(List.of(jar), List.of(jar))))
                .isEmpty();
    }

    private Path jar(String name, String source) throws IOException {
        return new ForeignJar().with("org.acme.Basket", source).in(folder.resolve(name));
    }
}
