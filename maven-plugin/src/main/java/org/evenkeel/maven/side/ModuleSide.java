package org.evenkeel.maven.side;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * One module of a project, compiled.
 *
 * @param key group and artifact, by which the two sides are matched
 * @param target its build folder
 * @param classPath what its benchmarks run on: folders and jars, all there
 * @param benchmarks whether it has JMH benchmarks, and what JMH generates for them is on the class path
 * @param hotPaths whether it provides hot paths
 */
public record ModuleSide(String key, Path target, List<Path> classPath, boolean benchmarks, boolean hotPaths) {

    private static final String ENTRY = "classPath.";

    public ModuleSide {
        if (key.isBlank()) {
            throw new IllegalArgumentException("a module without a name");
        }
        classPath = List.copyOf(classPath);
    }

    /** Its name without the group, as part of a file's name. */
    public String artifact() {
        return key.substring(key.indexOf(':') + 1);
    }

    /** The same module on other entries. */
    public ModuleSide on(List<Path> entries) {
        return new ModuleSide(key, target, entries, benchmarks, hotPaths);
    }

    /** Whether there is anything to measure. */
    public boolean isMeasurable() {
        return benchmarks || hotPaths;
    }

    /** Writes it into a folder, in a file of its own. */
    public void writeInto(Path folder) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("key", key);
        properties.setProperty("target", target.toString());
        properties.setProperty("benchmarks", Boolean.toString(benchmarks));
        properties.setProperty("hotPaths", Boolean.toString(hotPaths));
        for (int i = 0; i < classPath.size(); i++) {
            properties.setProperty(ENTRY + i, classPath.get(i).toString());
        }
        Files.createDirectories(folder);
        try (Writer out = Files.newBufferedWriter(folder.resolve(key.replace(':', '_') + ".properties"))) {
            properties.store(out, null);
        }
    }

    /** Reads all modules that were written into a folder; none where there is no such folder. */
    public static List<ModuleSide> readAll(Path folder) throws IOException {
        List<ModuleSide> modules = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            List<Path> files;
            try (Stream<Path> all = Files.list(folder)) {
                files = all.filter(file -> file.toString().endsWith(".properties"))
                        .sorted()
                        .toList();
            }
            for (Path file : files) {
                modules.add(read(file));
            }
        }
        return modules;
    }

    private static ModuleSide read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        List<Path> entries = new ArrayList<>();
        for (int i = 0; properties.containsKey(ENTRY + i); i++) {
            entries.add(Path.of(properties.getProperty(ENTRY + i)));
        }
        return new ModuleSide(
                properties.getProperty("key", ""),
                Path.of(properties.getProperty("target", "target")),
                entries,
                Boolean.parseBoolean(properties.getProperty("benchmarks")),
                Boolean.parseBoolean(properties.getProperty("hotPaths")));
    }
}
