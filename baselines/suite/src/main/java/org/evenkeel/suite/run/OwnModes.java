package org.evenkeel.suite.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads which mode each benchmark of a class path asks for, from the list that JMH's annotation processor leaves there. */
public final class OwnModes {

    private static final String LIST = "META-INF/BenchmarkList";

    /** The class, the generated class, the method and the mode of a benchmark, each behind its length. */
    private static final Pattern LINE = Pattern.compile(
            "JMH S \\d+ (\\S+) S \\d+ \\S+ S \\d+ (\\S+) S \\d+ (Throughput|AverageTime|SampleTime|SingleShotTime) .*");

    private static final Map<String, String> SHORT =
            Map.of("Throughput", "thrpt", "AverageTime", "avgt", "SampleTime", "sample", "SingleShotTime", "ss");

    private OwnModes() {}

    /** JMH's short label by the full name of the benchmark; one that asks for several is left out, and so is what cannot be read. */
    public static Map<String, String> of(List<Path> classPath) {
        Map<String, String> modes = new TreeMap<>();
        allOf(classPath).forEach((benchmark, all) -> {
            if (all.size() == 1) {
                modes.put(benchmark, all.get(0));
            }
        });
        return modes;
    }

    /** All of JMH's short labels by the full name of the benchmark, in a fixed order; what cannot be read is left out. */
    public static Map<String, List<String>> allOf(List<Path> classPath) {
        Map<String, Set<String>> modes = new TreeMap<>();
        for (Path entry : classPath) {
            for (String line : lines(entry)) {
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    modes.computeIfAbsent(matcher.group(1) + "." + matcher.group(2), absent -> new TreeSet<>())
                            .add(SHORT.getOrDefault(matcher.group(3), ""));
                }
            }
        }
        Map<String, List<String>> all = new TreeMap<>();
        modes.forEach((benchmark, some) -> all.put(benchmark, List.copyOf(some)));
        return all;
    }

    private static List<String> lines(Path entry) {
        try {
            if (Files.isDirectory(entry)) {
                Path list = entry.resolve(LIST);
                return Files.isRegularFile(list) ? Files.readAllLines(list) : List.of();
            }
            try (ZipFile jar = new ZipFile(entry.toFile())) {
                ZipEntry list = jar.getEntry(LIST);
                return list == null
                        ? List.of()
                        : new String(jar.getInputStream(list).readAllBytes(), StandardCharsets.UTF_8)
                                .lines()
                                .toList();
            }
        } catch (IOException e) {
            // JMH itself will say what is wrong with it.
            return List.of();
        }
    }
}
