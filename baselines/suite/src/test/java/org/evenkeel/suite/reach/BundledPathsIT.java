package org.evenkeel.suite.reach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The five hot paths of this repository, in the jar that the build has just made. */
@Tag("fingerprints")
class BundledPathsIT {

    private static final Path JAR = Path.of("../../benchmarks/jmh/target/benchmarks.jar");

    private static final String HOT_PATHS = "org.evenkeel.hotpaths.";

    private static final Map<String, String> PROVIDERS = new TreeMap<>(Map.of(
            "analysis", HOT_PATHS + "analysis.AnalysisPath",
            "audits", HOT_PATHS + "audits.AuditsPath",
            "conversations", HOT_PATHS + "conversations.ConversationsPath",
            "documents", HOT_PATHS + "documents.Documents",
            "verification", HOT_PATHS + "verification.VerificationPath"));

    /** A line of {@code -Xlog:class+load}. */
    private static final Pattern LOADED = Pattern.compile("(\\S+) source: (\\S+)");

    /** A line of {@code -Xlog:class+init}. */
    private static final Pattern INITIALISED = Pattern.compile("Initializing '([^']+)'");

    /** What the constructors of all providers make. */
    private static final Set<String> MADE_IN_THE_LOOK_UP = Stream.concat(
                    PROVIDERS.values().stream(),
                    Stream.of(
                            HOT_PATHS + "analysis.Wiring",
                            HOT_PATHS + "verification.Wiring",
                            HOT_PATHS + "planted.Planted",
                            "org.evenkeel.jmh.overhead.XorshiftPath"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, CodeFingerprint> UNCHANGED = new TreeMap<>();

    @TempDir
    Path temporary;

    @BeforeAll
    static void unchanged() {
        assertThat(JAR).as("the benchmark jar, which mvn package builds").exists();
        Reach reach = Reach.open(List.of(JAR));
        PROVIDERS.forEach((path, provider) -> UNCHANGED.put(path, reach.ofHotPath(provider)));
    }

    /** Somebody else says what counts: the JVM, of every class that it loads while it measures the path. */
    @TestFactory
    @Tag("long")
    Stream<DynamicTest> everyClassThatTheJvmLoads_isInTheFingerprint() {
        return PROVIDERS.keySet().stream()
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    Set<String> initialised = new TreeSet<>();
                    Set<String> loaded = loadedWhileMeasuring(path, initialised);
                    assertThat(loaded)
                            .as("the path itself was loaded")
                            .contains(Objects.requireNonNull(PROVIDERS.get(path)))
                            .hasSizeGreaterThan(100);
                    loaded.removeAll(unchanged(path).parts().keySet());
                    // The JVM makes all paths, and loads what it needs to verify their code.
                    assertThat(loaded).allMatch(name -> isOfAnotherPath(name, path));
                    initialised.removeAll(unchanged(path).parts().keySet());
                    assertThat(initialised).isSubsetOf(MADE_IN_THE_LOOK_UP);
                }));
    }

    @TestFactory
    Stream<DynamicTest> editsOfAllClassesOfOnePath_leaveTheOtherFourTheSame() throws IOException {
        Map<String, List<String>> edits = new TreeMap<>();
        for (String path : PROVIDERS.keySet()) {
            List<String> edited = classesOf(HOT_PATHS + path + ".");
            assertThat(edited).hasSizeGreaterThan(10);
            edits.put(path, edited);
        }
        Map<String, List<String>> seen = seenBy(edits);
        return PROVIDERS.keySet().stream()
                .map(path -> DynamicTest.dynamicTest(
                        path, () -> assertThat(seen.get(path)).containsExactly(path)));
    }

    @TestFactory
    Stream<DynamicTest> anEditOfWhatSeveralUse_isSeenByThem() {
        Map<String, List<String>> expected = new TreeMap<>();
        List<String> all = List.copyOf(PROVIDERS.keySet());
        expected.put(HOT_PATHS + "inputs.Seeds", all);
        expected.put(HOT_PATHS + "inputs.Choice", all);
        expected.put(HOT_PATHS + "inputs.HitRate", List.of("analysis", "verification"));
        expected.put(HOT_PATHS + "corpus.Corpus", List.of("documents", "verification"));
        expected.put(HOT_PATHS + "redis.Redis", List.of("audits", "documents"));
        expected.put("org.evenkeel.jmh.CallerState", all);
        expected.put("org.evenkeel.jmh.PathState", all);
        expected.put("org.evenkeel.workload.Caller", all);
        expected.put("org.openjdk.jmh.infra.Blackhole", all);
        expected.put("org.h2.engine.Database", List.of("analysis"));
        expected.put("com.zaxxer.hikari.pool.HikariPool", List.of("analysis"));
        expected.put("com.github.benmanes.caffeine.cache.BoundedLocalCache", List.of("analysis", "verification"));
        expected.put("io.github.resilience4j.bulkhead.Bulkhead", List.of("conversations"));
        expected.put(HOT_PATHS + "planted.Planted", List.of());
        Map<String, List<String>> edits = new TreeMap<>();
        expected.keySet().forEach(name -> edits.put(name, List.of(name)));
        Map<String, List<String>> seen = seenBy(edits);
        return expected.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> assertThat(seen.get(entry.getKey())).containsExactlyElementsOf(entry.getValue())));
    }

    @Test
    void anEditedDocument_isSeenByThosePathsThatReadTheCorpus() throws IOException {
        String document = HOT_PATHS.replace('.', '/') + "corpus/1797-john-adams.txt";
        Path folder = temporary.resolve("documents");
        Path file = folder.resolve(document);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, "edited");

        Map<String, List<String>> differences = differences(List.of(folder, JAR));
        assertThat(differences.keySet()).containsExactly("documents", "verification");
        assertThat(differences.values()).containsOnly(List.of("/" + document));
    }

    /** By each edit of some classes, the paths whose fingerprint differs then. All of the edits at once, as far as there are processors. */
    private Map<String, List<String>> seenBy(Map<String, List<String>> edits) {
        return edits.entrySet().parallelStream()
                .collect(Collectors.toConcurrentMap(Map.Entry::getKey, edit -> seenBy(edit.getValue())));
    }

    /** The paths whose fingerprint differs when these classes are edited; it differs in nothing but them. */
    private List<String> seenBy(List<String> classNames) {
        try {
            Path folder = edited(classNames);
            Map<String, List<String>> differences = differences(List.of(folder, JAR));
            differences.forEach((path, names) -> assertThat(names).isSubsetOf(classNames));
            return List.copyOf(differences.keySet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path edited(List<String> classNames) throws IOException {
        Path folder = Files.createTempDirectory(temporary, "edited");
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (String className : classNames) {
                String entry = className.replace('.', '/') + ".class";
                Path file = folder.resolve(entry);
                Files.createDirectories(file.resolveSibling(""));
                try (InputStream in = jar.getInputStream(jar.getJarEntry(entry))) {
                    Files.write(file, Code.changed(in.readAllBytes()));
                }
            }
        }
        return folder;
    }

    /** By path, without those that are the same. */
    private static Map<String, List<String>> differences(List<Path> classPath) {
        Reach reach = Reach.open(classPath);
        Map<String, List<String>> differences = new TreeMap<>();
        PROVIDERS.forEach((path, provider) -> {
            CodeFingerprint after = reach.ofHotPath(provider);
            List<String> names = after.differencesTo(unchanged(path));
            assertThat(names.isEmpty())
                    .isEqualTo(after.hash().equals(unchanged(path).hash()));
            if (!names.isEmpty()) {
                differences.put(path, names);
            }
        });
        return differences;
    }

    private static CodeFingerprint unchanged(String path) {
        return Objects.requireNonNull(UNCHANGED.get(path));
    }

    private static List<String> classesOf(String packagePrefix) throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return jar.stream()
                    .map(entry -> entry.getName().replace('/', '.'))
                    .filter(name -> name.startsWith(packagePrefix) && name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .toList();
        }
    }

    /** Classes of the benchmark jar that the measured JVM loaded, in all four forms. */
    private Set<String> loadedWhileMeasuring(String path, Set<String> initialised)
            throws IOException, InterruptedException {
        Path log = temporary.resolve(path + ".log");
        Process jmh = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djmh.ignoreLock=true",
                        "-cp",
                        JAR.toString(),
                        "org.openjdk.jmh.Main",
                        "org.evenkeel.jmh.HotPathBenchmark",
                        "-p",
                        "path=" + path,
                        "-bm",
                        "thrpt,sample",
                        "-f",
                        "1",
                        "-wi",
                        "0",
                        "-i",
                        "1",
                        "-r",
                        "300ms",
                        "-foe",
                        "true",
                        "-jvmArgsAppend",
                        "-Xlog:class+load=info,class+init=info:file=" + temporary.resolve(path + "-%p.log")
                                + ":none:filecount=0")
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log.toFile()))
                .start();
        assertThat(jmh.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(jmh.exitValue()).as(Files.readString(log)).isZero();
        Set<String> loaded = new TreeSet<>();
        File[] logs = temporary.toFile().listFiles((folder, name) -> name.startsWith(path + "-"));
        assertThat(logs).hasSize(8);
        for (File file : Arrays.asList(logs)) {
            for (String line : Files.readAllLines(file.toPath())) {
                Matcher initialising = INITIALISED.matcher(line);
                if (initialising.find()) {
                    initialised.add(initialising.group(1).replace('/', '.'));
                }
                Matcher matcher = LOADED.matcher(line);
                // A lambda is made by the JVM, of the class that holds it.
                if (matcher.lookingAt()
                        && matcher.group(2).endsWith(JAR.getFileName().toString())) {
                    loaded.add(matcher.group(1).replaceFirst("/0x[0-9a-f]+$", ""));
                }
            }
        }
        initialised.retainAll(loaded);
        return loaded;
    }

    private static boolean isOfAnotherPath(String className, String path) {
        return className.equals("org.evenkeel.jmh.overhead.XorshiftPath")
                || (className.startsWith(HOT_PATHS)
                        && !className.startsWith(HOT_PATHS + path + ".")
                        && Stream.concat(PROVIDERS.keySet().stream(), Stream.of("planted"))
                                .anyMatch(other -> className.startsWith(HOT_PATHS + other + ".")));
    }
}
