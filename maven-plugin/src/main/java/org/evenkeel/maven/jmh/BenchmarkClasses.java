package org.evenkeel.maven.jmh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What folders of compiled classes say about benchmarks and hot paths, without loading any. */
public final class BenchmarkClasses {

    private static final String LIST = "META-INF/BenchmarkList";
    private static final String HOT_PATHS = "META-INF/services/org.evenkeel.workload.HotPath";

    /** An annotation's type as a class file names it. */
    private static final String ANNOTATION = "Lorg/openjdk/jmh/annotations/Benchmark;";

    private BenchmarkClasses() {}

    /** Whether JMH's generator has run over one of these folders. */
    public static boolean areGenerated(List<Path> folders) throws IOException {
        for (Path folder : folders) {
            Path list = folder.resolve(LIST);
            if (Files.isRegularFile(list) && Files.size(list) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of these folders names providers of hot paths. */
    public static boolean provideHotPaths(List<Path> folders) {
        return folders.stream().anyMatch(folder -> Files.isRegularFile(folder.resolve(HOT_PATHS)));
    }

    /** Whether a class in this folder has a method that is annotated as a benchmark. */
    public static boolean areIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        List<Path> classes;
        try (Stream<Path> all = Files.walk(folder)) {
            classes = all.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : classes) {
            if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(ANNOTATION)) {
                return true;
            }
        }
        return false;
    }

    /** Whether there is a Java source in this folder or below. */
    public static boolean haveSources(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.anyMatch(file -> file.toString().endsWith(".java"));
        }
    }
}
