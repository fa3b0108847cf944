package org.evenkeel.suite.ab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.evenkeel.suite.plan.AbBenchmark;
import org.evenkeel.suite.sides.Sides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatencyTest {

    private static final String ENTRY = "org/evenkeel/jmh/LatencyProfiler.class";

    @Test
    void canBeTimed_onlyWhereBothSidesHaveTheProfiler(@TempDir Path folder) throws IOException {
        Path with = jar(folder.resolve("with.jar"), ENTRY);
        Path without = jar(folder.resolve("without.jar"), "org/evenkeel/jmh/HotPathBenchmark.class");
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Files.createDirectories(classes.resolve(ENTRY).getParent());
        Files.write(classes.resolve(ENTRY), new byte[0]);

        assertThat(Latency.canBeTimed(new Sides(List.of(with), List.of(without, classes))))
                .isTrue();
        assertThat(Latency.canBeTimed(new Sides(List.of(without), List.of(with))))
                .isFalse();
        assertThat(Latency.canBeTimed(new Sides(List.of(with), List.of(folder.resolve("gone.jar")))))
                .isFalse();
    }

    @Test
    void hasTail_manyCallersOfAHotPathInThroughput() {
        assertThat(Latency.hasTail(benchmark("tenThreads", "thrpt"))).isTrue();
        assertThat(Latency.hasTail(benchmark("fiftyThreads", "thrpt"))).isTrue();
        assertThat(Latency.hasTail(benchmark("tenThreads", "sample"))).isFalse();
        assertThat(Latency.hasTail(benchmark("single", "thrpt"))).isFalse();
    }

    private static AbBenchmark benchmark(String form, String mode) {
        return new AbBenchmark("org.evenkeel.jmh.HotPathBenchmark." + form, new TreeMap<>(), mode, 1, "");
    }

    private static Path jar(Path file, String entry) throws IOException {
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new ZipEntry(entry));
        }
        return file;
    }
}
