package org.evenkeel.leakcheck.specimens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@Tag("specimens")
class SpecimensTest {

    @Test
    void index_comparedWithTheSources_isComplete() throws IOException {
        assertThat(Specimens.CLEAN).hasSizeGreaterThanOrEqualTo(44);
        assertThat(Specimens.LEAKING).hasSizeGreaterThanOrEqualTo(44);
        assertThat(Specimens.CLEAN).extracting(Class::getSimpleName).isEqualTo(annotated("clean", "@Clean("));
        assertThat(Specimens.LEAKING).extracting(Class::getSimpleName).isEqualTo(annotated("leaking", "@Leaks("));
    }

    @TestFactory
    Stream<DynamicTest> specimen_everyOne_canBeRunByAnybody() {
        return Stream.concat(Specimens.CLEAN.stream(), Specimens.LEAKING.stream())
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
                    assertThat(Modifier.isPublic(type.getModifiers())).isTrue();
                    assertThat(Modifier.isPublic(type.getConstructor().getModifiers()))
                            .isTrue();
                    assertThat(Runnable.class.isAssignableFrom(type) || Callable.class.isAssignableFrom(type))
                            .isTrue();
                }));
    }

    @TestFactory
    Stream<DynamicTest> specimen_calledByEightThreads_neverFails() {
        return Stream.concat(Specimens.CLEAN.stream(), Specimens.LEAKING.stream())
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
                    try (Callers callers = new Callers(type, 8)) {
                        callers.run(2_000);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> leaks_everyOne_nameFieldsAndMethodsThatExist() {
        return Specimens.LEAKING.stream()
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
                    Leaks leaks = Specimens.leaks(type);
                    assertThat(leaks.perOperation()).isPositive();
                    assertThat(leaks.holder().isEmpty() && leaks.signal() == Signal.HEAP)
                            .as("on the heap, yet without a holder")
                            .isFalse();
                    if (!leaks.holder().isEmpty()) {
                        assertThat(named(leaks.holder(), type).getDeclaredField(member(leaks.holder())))
                                .isNotNull();
                    }
                    if (!leaks.allocates().isEmpty()) {
                        assertThat(named(leaks.allocates(), type).getDeclaredMethods())
                                .extracting(Method::getName)
                                .contains(member(leaks.allocates()));
                    }
                }));
    }

    private static String member(String name) {
        return name.substring(name.indexOf('.') + 1);
    }

    /** The class that is meant: a neighbour of the specimen, or one of the JDK where that alone holds what leaks. */
    private static Class<?> named(String name, Class<?> specimen) throws ClassNotFoundException {
        String simple = name.substring(0, name.indexOf('.'));
        return Class.forName(
                switch (simple) {
                    case "ApplicationShutdownHooks" -> "java.lang." + simple;
                    case "DeleteOnExitHook" -> "java.io." + simple;
                    case "Repository" -> "com.sun.jmx.mbeanserver." + simple;
                    default -> specimen.getPackageName() + "." + simple;
                });
    }

    private static List<String> annotated(String folder, String annotation) throws IOException {
        Path sources = Path.of("src/test/java/org/evenkeel/leakcheck/specimens", folder);
        List<String> names = new ArrayList<>();
        try (var files = Files.newDirectoryStream(sources, "*.java")) {
            for (Path file : files) {
                if (Files.readString(file).contains(annotation)) {
                    names.add(file.getFileName().toString().replace(".java", ""));
                }
            }
        }
        Collections.sort(names);
        return names;
    }
}
