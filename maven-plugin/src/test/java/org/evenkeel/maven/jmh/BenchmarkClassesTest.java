package org.evenkeel.maven.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkClassesTest {

    @TempDir
    Path folder;

    @Test
    void folder_withTheListOfTheProcessor_isGenerated_andAnEmptyListIsNone() throws IOException {
        Path list = Files.createDirectories(folder.resolve("META-INF")).resolve("BenchmarkList");

        Files.writeString(list, "");
        assertThat(BenchmarkClasses.areGenerated(List.of(folder))).isFalse();
        Files.writeString(list, "JMH S 10 org.acme.B");
        assertThat(BenchmarkClasses.areGenerated(List.of(folder.resolve("missing"), folder)))
                .isTrue();
    }

    @Test
    void folder_withAnAnnotatedClass_isKnownByItsBytes() throws IOException {
        Path type = Files.createDirectories(folder.resolve("org/acme")).resolve("B.class");

        Files.write(type, "Lorg/openjdk/jmh/annotations/State;".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(BenchmarkClasses.areIn(folder)).isFalse();
        Files.write(type, new byte[] {(byte) 0xCA, 1, (byte) 0xFE});
        assertThat(BenchmarkClasses.areIn(folder)).isFalse();
        Files.write(type, "\u0001%Lorg/openjdk/jmh/annotations/Benchmark;".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(BenchmarkClasses.areIn(folder)).isTrue();
        assertThat(BenchmarkClasses.areIn(folder.resolve("missing"))).isFalse();
    }

    @Test
    void folder_withProvidersOfHotPaths_isKnownByTheServiceFile() throws IOException {
        assertThat(BenchmarkClasses.provideHotPaths(List.of(folder))).isFalse();
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve("org.evenkeel.workload.HotPath"), "org.acme.Coupons");
        assertThat(BenchmarkClasses.provideHotPaths(List.of(folder))).isTrue();
    }
}
