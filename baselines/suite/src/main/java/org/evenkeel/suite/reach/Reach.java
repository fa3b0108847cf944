package org.evenkeel.suite.reach;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.evenkeel.kernel.BadInputException;

/** Everything on one side's class path that can influence a benchmark: the proof that two sides run the same code. */
public final class Reach {

    private static final String HOT_PATH = "org.evenkeel.workload.HotPath";
    private static final String HARNESS = "org.evenkeel.jmh";
    private static final String HARNESS_BENCHMARK = HARNESS + ".HotPathBenchmark";
    private static final String JMH_FORK = "org.openjdk.jmh.runner.ForkedMain";

    private final List<Path> elements;
    private final ClassPath classPath;
    private final Catalogue catalogue;
    private final Contents contents;

    private Reach(List<Path> elements) {
        this.elements = List.copyOf(elements);
        classPath = ClassPath.of(elements);
        catalogue = new Catalogue(classPath);
        contents = new Contents(classPath, catalogue);
    }

    /**
     * Looks at a class path. Contents are read later, when a fingerprint needs them.
     *
     * @param classPath jars and folders, in order
     * @throws BadInputException when one of them cannot be read
     */
    public static Reach open(List<Path> classPath) {
        return new Reach(classPath);
    }

    /**
     * What can influence a hot path behind our harness.
     *
     * @param providerClass binary name of the implementation of {@code HotPath}
     * @throws BadInputException when the class path has no such class, or cannot be read any more
     */
    public CodeFingerprint ofHotPath(String providerClass) {
        require(providerClass);
        try (ClassPath.Reader reader = classPath.reader()) {
            Set<String> roots = new TreeSet<>(benchmarkClasses(HARNESS_BENCHMARK));
            roots.add(providerClass);
            // Profilers are named on the command line.
            catalogue.inPackage(HARNESS).forEach(roots::add);
            Closure closure = new Closure(
                    catalogue,
                    contents,
                    reader,
                    new HashSet<>(List.of(codeBase(providerClass), codeBase(HARNESS_BENCHMARK))),
                    Set.of(Catalogue.SERVICES + HOT_PATH));
            roots.forEach(closure::reach);
            closure.reach(JMH_FORK);
            SortedMap<String, String> parts = closure.follow();
            for (String provider : new TreeSet<>(contents.providers(HOT_PATH, reader))) {
                if (!catalogue.has(provider)) {
                    parts.put(provider + " (look-up)", "missing");
                } else if (!closure.reaches(provider)) {
                    LookUp lookUp = LookUp.of(provider, catalogue, contents, reader);
                    lookUp.reached().forEach(closure::reach);
                    lookUp.hash().ifPresent(hash -> parts.put(provider + " (look-up)", hash));
                }
            }
            closure.follow();
            return fingerprint(parts, HARNESS_BENCHMARK, reader);
        }
    }

    /**
     * What can influence a plain JMH benchmark.
     *
     * @param benchmark class and method, as JMH writes them: {@code com.acme.JsonBench.parse}
     * @throws BadInputException when the class path has no such class, or cannot be read any more
     */
    public CodeFingerprint ofBenchmark(String benchmark) {
        String className = benchmark.substring(0, Math.max(0, benchmark.lastIndexOf('.')));
        Set<String> roots = new HashSet<>(benchmarkClasses(benchmark));
        Set<String> named = new HashSet<>();
        catalogue.addText(className, "", named, new HashSet<>(), new HashSet<>());
        roots.addAll(named);
        if (named.isEmpty()) {
            require(className);
        }
        try (ClassPath.Reader reader = classPath.reader()) {
            Closure closure = new Closure(
                    catalogue,
                    contents,
                    reader,
                    new HashSet<>(List.of(codeBase(className), codeBase(HARNESS_BENCHMARK))),
                    Set.of());
            roots.forEach(closure::reach);
            closure.reach(JMH_FORK);
            return fingerprint(closure.follow(), benchmark, reader);
        }
    }

    /** A class that was reached, without its private names; empty when it is no class, or has versions for newer JVMs. */
    Optional<Nameless> nameless(String part) {
        try (ClassPath.Reader reader = classPath.reader()) {
            return contents.nameless(part, reader);
        }
    }

    /** Whether anything that was reached so far goes by a name, or JMH was told something of it. */
    boolean mentions(String name) {
        if (contents.mention(name)) {
            return true;
        }
        try (ClassPath.Reader reader = classPath.reader()) {
            return contents.lines(Catalogue.COMPILER_HINTS, reader).stream()
                    .anyMatch(line -> line.endsWith("." + name));
        }
    }

    /** What JMH was told about these benchmarks, by lines that hold the name of one as a word. */
    private void addBenchmarkLines(SortedMap<String, String> parts, String benchmark, ClassPath.Reader reader) {
        String className = benchmark.substring(0, benchmark.lastIndexOf('.'));
        String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
        List<String> lines = contents.lines(Catalogue.BENCHMARK_LIST, reader).stream()
                .filter(line -> {
                    List<String> words = List.of(line.split(" ", -1));
                    return words.contains(benchmark) || (words.contains(className) && words.contains(method));
                })
                .sorted()
                .toList();
        addLines(parts, Catalogue.BENCHMARK_LIST, lines);
    }

    private static void addLines(SortedMap<String, String> parts, String node, List<String> lines) {
        if (!lines.isEmpty()) {
            parts.put(node, Hash.of(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static String codeBase(String className) {
        return Closure.codeBase(Node.packageOf(className));
    }

    private void require(String className) {
        if (!catalogue.has(className)) {
            throw new BadInputException("expected the class " + className + " on the class path "
                    + String.join(", ", elements.stream().map(Path::toString).toList())
                    + ", found none; build it again, or name the jar that has it");
        }
    }

    /** The stubs that JMH generates for the methods of a class, or for one method. */
    private Collection<String> benchmarkClasses(String benchmark) {
        Set<String> stubs = new TreeSet<>();
        // A nested class is written with dots by JMH, and with underscores in the name of its stubs.
        String rest = benchmark;
        String below = "";
        while (rest.indexOf('.') > 0) {
            below = rest.substring(rest.lastIndexOf('.') + 1) + (below.isEmpty() ? "" : "_" + below);
            rest = rest.substring(0, rest.lastIndexOf('.'));
            stubs.addAll(catalogue.startingWith(rest + ".jmh_generated." + below + "_"));
        }
        return stubs;
    }

    private CodeFingerprint fingerprint(SortedMap<String, String> parts, String benchmark, ClassPath.Reader reader) {
        addBenchmarkLines(parts, benchmark, reader);
        List<String> hints = contents.lines(Catalogue.COMPILER_HINTS, reader).stream()
                .filter(line -> {
                    String className = line.replaceFirst("^[^,]*,", "")
                            .replaceFirst("\\.[^./]*$", "")
                            .replace('/', '.');
                    return !catalogue.has(className) || parts.containsKey(className);
                })
                .sorted()
                .toList();
        addLines(parts, Catalogue.COMPILER_HINTS, hints);
        if (!classPath.manifest().isEmpty()) {
            parts.put("/META-INF/MANIFEST.MF", Hash.of(classPath.manifest().getBytes(StandardCharsets.UTF_8)));
        }
        return new CodeFingerprint(parts);
    }
}
