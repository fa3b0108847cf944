package org.evenkeel.suite.load.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.evenkeel.kernel.OwnFiles;
import org.evenkeel.leakcheck.run.worker.Readings;
import org.evenkeel.suite.load.run.worker.Runner;
import org.evenkeel.workload.HotPath;

/**
 * The jar behind the target's class path: the runner, what it counts with, and the contract of a hot path. What the target brings itself
 * of these comes first, so that it finds the same libraries as in production.
 */
final class RunnerJar {

    private static final List<Class<?>> PACKAGES =
            List.of(Runner.class, Readings.class, HotPath.class, Histogram.class);

    private RunnerJar() {}

    static void write(Path jar) throws IOException {
        try (OutputStream out = OwnFiles.create(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (Class<?> member : PACKAGES) {
                add(member, entries);
            }
        }
    }

    private static void add(Class<?> member, JarOutputStream entries) throws IOException {
        Path location = locationOf(member);
        if (Files.isDirectory(location)) {
            addClasses(location, member, entries);
        } else {
            try (FileSystem jar = FileSystems.newFileSystem(location)) {
                addClasses(jar.getPath("/"), member, entries);
            }
        }
    }

    private static void addClasses(Path root, Class<?> member, JarOutputStream entries) throws IOException {
        Path folder = root.resolve(member.getPackageName().replace('.', '/'));
        List<Path> classes;
        try (Stream<Path> files = Files.walk(folder)) {
            classes = files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
        for (Path file : classes) {
            entries.putNextEntry(new JarEntry(root.relativize(file).toString().replace('\\', '/')));
            Files.copy(file, entries);
            entries.closeEntry();
        }
    }

    private static Path locationOf(Class<?> member) {
        try {
            return Path.of(
                    member.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException("cannot tell where " + member + " was loaded from", e));
        }
    }
}
