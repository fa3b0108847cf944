package org.evenkeel.leakcheck.specimens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Holds the rates of the specimens that leak native memory against what the system says is resident, in a JVM each. */
@Tag("specimens")
class NativeSpecimensTest {
    private static final long BYTES = 64L * 1024 * 1024;

    @TestFactory
    @EnabledOnOs(OS.LINUX)
    Stream<DynamicTest> perOperation_measuredByTheSystem_isAsPlanted() {
        return Specimens.LEAKING.stream()
                .filter(type -> Specimens.leaks(type).signal() == Signal.NATIVE)
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
                    Leaks leaks = Specimens.leaks(type);
                    long periods = (long) Math.ceil(BYTES / leaks.perOperation() / leaks.period());
                    long operations = periods * leaks.period();

                    assertThat(residentGrowthBytes(type, operations) / (double) operations)
                            .isCloseTo(leaks.perOperation(), within(0.05 * leaks.perOperation()));
                }));
    }

    private static long residentGrowthBytes(Class<?> type, long operations) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // A heap that is resident from the start, so that nothing but native memory makes the process
                        // grow.
                        "-Xms64m",
                        "-Xmx64m",
                        "-XX:+AlwaysPreTouch",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ResidentGrowth.class.getName(),
                        type.getName(),
                        Long.toString(operations))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = output.readLine();
            assertThat(process.waitFor()).isZero();
            assertThat(line).isNotNull();
            return Long.parseLong(line);
        } finally {
            process.destroyForcibly();
        }
    }
}
