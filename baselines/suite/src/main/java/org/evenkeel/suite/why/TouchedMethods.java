package org.evenkeel.suite.why;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.evenkeel.compare.samples.code.TouchedMethod;
import org.evenkeel.compare.samples.code.TouchedMethod.Kind;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.sides.Sides;

/** Finds the methods that are not the same on both sides, by their bytes without line numbers and names of variables. */
public final class TouchedMethods {

    /** JMH makes it of the benchmarks, which are looked at themselves. */
    private static final String GENERATED = "/jmh_generated/";

    private static final String CLASS = ".class";

    private TouchedMethods() {}

    /**
     * All of them, sorted by name.
     *
     * @throws BadInputException when a class path cannot be read
     */
    public static List<TouchedMethod> between(Sides sides) {
        try {
            Map<String, byte[]> before = classes(sides.base());
            Map<String, byte[]> now = classes(sides.current());
            Set<String> names = new TreeSet<>(before.keySet());
            names.addAll(now.keySet());
            Map<String, TouchedMethod> touched = new TreeMap<>();
            for (String name : names) {
                byte[] old = before.getOrDefault(name, new byte[0]);
                byte[] changed = now.getOrDefault(name, new byte[0]);
                if (!Arrays.equals(old, changed)) {
                    add(MethodBytes.of(old), MethodBytes.of(changed), touched);
                }
            }
            return List.copyOf(touched.values());
        } catch (IOException e) {
            throw new BadInputException(
                    "the two sides cannot be compared method by method: " + AtomicFiles.reason(e), e);
        }
    }

    private static void add(
            Map<String, MethodBytes> before, Map<String, MethodBytes> now, Map<String, TouchedMethod> touched) {
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            MethodBytes old = before.get(name);
            MethodBytes changed = now.get(name);
            if (changed == null && old != null) {
                touched.put(name, old.touched(Kind.REMOVED));
            } else if (changed != null && (old == null || !old.hasSameCodeAs(changed))) {
                touched.put(name, changed.touched(old == null ? Kind.ADDED : Kind.CHANGED));
            }
        }
    }

    /** The first of a name counts, as for the JVM. */
    private static Map<String, byte[]> classes(List<Path> classPath) throws IOException {
        Map<String, byte[]> classes = new HashMap<>();
        for (Path entry : classPath) {
            if (Files.isDirectory(entry)) {
                try (Stream<Path> files = Files.walk(entry)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        String name = entry.relativize(file).toString().replace('\\', '/');
                        if (isMeant(name)) {
                            classes.putIfAbsent(name, Files.readAllBytes(file));
                        }
                    }
                }
            } else {
                try (ZipFile jar = new ZipFile(entry.toFile())) {
                    for (ZipEntry one :
                            jar.stream().filter(one -> isMeant(one.getName())).toList()) {
                        if (!classes.containsKey(one.getName())) {
                            classes.put(one.getName(), jar.getInputStream(one).readAllBytes());
                        }
                    }
                }
            }
        }
        return classes;
    }

    private static boolean isMeant(String name) {
        return name.endsWith(CLASS) && !name.startsWith("META-INF/") && !name.contains(GENERATED);
    }
}
