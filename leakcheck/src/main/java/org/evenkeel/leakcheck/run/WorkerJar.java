package org.evenkeel.leakcheck.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.evenkeel.leakcheck.run.worker.Worker;
import org.evenkeel.workload.HotPath;

/**
 * The jar that goes in front of the workload's class path: the worker and the contract of a hot path, and nothing else of
 * what this JVM has on its own class path, so a workload finds the same libraries as in production.
 */
final class WorkerJar {

    private WorkerJar() {}

    static void write(Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            addPackage(Worker.class, entries);
            addPackage(HotPath.class, entries);
        }
    }

    private static void addPackage(Class<?> member, JarOutputStream entries) throws IOException {
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
        String folder = member.getPackageName().replace('.', '/');
        List<Path> classes;
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            classes = files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
        for (Path file : classes) {
            entries.putNextEntry(new JarEntry(folder + "/" + file.getFileName()));
            Files.copy(file, entries);
            entries.closeEntry();
        }
    }

    private static Path locationOf(Class<?> member) {
        try {
            URI location =
                    member.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(location);
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException("cannot tell where " + member + " was loaded from", e));
        }
    }
}
