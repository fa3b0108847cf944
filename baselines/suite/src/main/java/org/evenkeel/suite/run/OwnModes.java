package org.evenkeel.suite.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.evenkeel.suite.plan.AbBenchmark;

/** Reads which mode each benchmark of a class path asks for, from the list that JMH's annotation processor leaves there. */
public final class OwnModes {

    private static final String LIST = "META-INF/BenchmarkList";

    /** The class, the generated class, the method and the mode of a benchmark, each behind its length. */
    private static final Pattern LINE = Pattern.compile(
            "JMH S \\d+ (\\S+) S \\d+ \\S+ S \\d+ (\\S+) S \\d+ (Throughput|AverageTime|SampleTime|SingleShotTime) .*");

    private static final Map<String, String> SHORT =
            Map.of("Throughput", "thrpt", "AverageTime", "avgt", "SampleTime", "sample", "SingleShotTime", "ss");

    private static final String THROUGHPUT = "thrpt";
    private static final String AVERAGE_TIME = "avgt";

    private static final int MOST_NAMED = 3;

    private OwnModes() {}

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

    /**
     * The mode in which a benchmark takes turns: average time where it asks for that and not for throughput, else throughput. The other
     * modes have no slices that could take turns as often.
     *
     * @param own the modes that it asks for
     */
    public static String inTurn(List<String> own) {
        return own.contains(AVERAGE_TIME) && !own.contains(THROUGHPUT) ? AVERAGE_TIME : THROUGHPUT;
    }

    /** Which benchmarks are measured in another mode than they ask for, or in one of several, in one line; empty where none is. */
    public static Optional<String> inOtherModes(List<Path> classPath, List<AbBenchmark> measured) {
        Map<String, List<String>> own = allOf(classPath);
        List<String> named = measured.stream()
                .map(one -> Map.entry(one, own.getOrDefault(one.benchmark(), List.of(one.mode()))))
                .filter(one -> !one.getValue().equals(List.of(one.getKey().mode())))
                .map(one -> shortened(one.getKey().benchmark()) + " asks for " + String.join(", ", one.getValue())
                        + " and is measured as " + one.getKey().mode())
                .distinct()
                .toList();
        int more = named.size() - MOST_NAMED;
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of("In turn there are thrpt and avgt: "
                        + named.stream().limit(MOST_NAMED).collect(Collectors.joining("; "))
                        + (more > 0 ? "; and " + more + " more" : ""));
    }

    private static String shortened(String benchmark) {
        return benchmark.substring(benchmark.lastIndexOf('.', benchmark.lastIndexOf('.') - 1) + 1);
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
