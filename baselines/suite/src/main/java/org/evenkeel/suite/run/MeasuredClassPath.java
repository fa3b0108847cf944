package org.evenkeel.suite.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.plan.PathSelection;
import org.evenkeel.suite.plan.PlannedPath;
import org.evenkeel.workload.HotPath;
import org.evenkeel.workload.HotPaths;

/**
 * What the measured JVMs have on their class path: the benchmark jar, then the user's entries.
 *
 * @param entries absolute paths that exist
 */
public record MeasuredClassPath(List<Path> entries) {

    public MeasuredClassPath {
        entries = List.copyOf(entries);
    }

    /**
     * The benchmark jar, then the user's entries.
     *
     * @param benchmarks the benchmark jar
     * @param userEntries jars and folders, in the form of a class path; empty for none
     * @throws BadInputException when an entry does not exist or is no jar
     */
    public static MeasuredClassPath of(Path benchmarks, String userEntries) {
        List<Path> entries = new ArrayList<>();
        entries.add(checked("--benchmarks", benchmarks));
        entries.addAll(alone("--classpath", userEntries).entries);
        return new MeasuredClassPath(entries);
    }

    /**
     * The user's entries with nothing in front of them.
     *
     * @param option how they were given, for messages
     * @throws BadInputException when an entry does not exist or is no jar
     */
    public static MeasuredClassPath alone(String option, String userEntries) {
        return new MeasuredClassPath(Stream.of(userEntries.split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> checked(option, Path.of(entry)))
                .toList());
    }

    /**
     * The benchmark jar: {@code benchmarks.jar} in the folder of the jar which holds this class, else where this repository's
     * build puts it; where neither has one, a name for it.
     */
    public static Path besideThisJar() {
        Path here = thisJar();
        Path beside = here.resolveSibling("benchmarks.jar");
        if (Files.isRegularFile(beside)) {
            return beside;
        }
        // <repository>/baselines/target/baselines.jar, or a folder of classes while the build runs.
        for (Path above = here; above != null; above = above.getParent()) {
            if (Files.isDirectory(above.resolve("benchmarks/jmh"))) {
                return above.resolve("benchmarks/jmh/target/benchmarks.jar");
            }
        }
        return beside;
    }

    /** The jar which holds this class, or the folder of classes while the build runs. */
    public static Path thisJar() {
        try {
            return Path.of(MeasuredClassPath.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs {@code use} on the hot paths found here. Their classes are unloaded after it. */
    public <T> T withHotPaths(Function<HotPaths, T> use) {
        try (URLClassLoader loader = new URLClassLoader(
                entries.stream().map(MeasuredClassPath::url).toArray(URL[]::new), HotPaths.class.getClassLoader())) {
            return use.apply(HotPaths.on(loader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all hot paths. */
    public Set<String> names() {
        return withHotPaths(available ->
                available.all().stream().map(HotPath::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The class of the hot path of that name. */
    public String provider(String name) {
        return withHotPaths(available -> available.named(name).getClass().getName());
    }

    /** What to measure: what was asked for, else the user's own paths where there are entries of the user's, else all. */
    public List<PlannedPath> select(List<String> asked) {
        String where = entries.size() == 1
                ? "on the class path"
                : "in " + entries.stream().skip(1).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return withHotPaths(available -> PathSelection.select(available, asked, this::isMeant, where));
    }

    /** Somebody who gives a class path does not mean the paths that come with the benchmark jar. */
    private boolean isMeant(HotPath path) {
        if (entries.size() == 1) {
            return true;
        }
        CodeSource source = path.getClass().getProtectionDomain().getCodeSource();
        return source == null
                || entries.stream()
                        .skip(1)
                        .map(MeasuredClassPath::url)
                        .anyMatch(entry -> entry.sameFile(source.getLocation()));
    }

    private static Path checked(String option, Path entry) {
        if (Files.isDirectory(entry)) {
            return entry.toAbsolutePath().normalize();
        }
        if (!Files.exists(entry)) {
            throw new BadInputException(
                    option + " " + entry + ": expected a jar or a folder, found nothing there; build it first");
        }
        try (JarFile jar = new JarFile(entry.toFile())) {
            return Path.of(jar.getName()).toAbsolutePath().normalize();
        } catch (IOException e) {
            throw new BadInputException(
                    option + " " + entry + ": expected a jar or a folder, found a file that is no jar ("
                            + AtomicFiles.reason(e) + ")",
                    e);
        }
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
