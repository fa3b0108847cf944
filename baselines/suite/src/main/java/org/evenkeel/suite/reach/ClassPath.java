package org.evenkeel.suite.reach;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.jspecify.annotations.Nullable;

/** What is in the jars and folders of a class path, by name; contents are read when they are asked for. */
final class ClassPath {

    private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/\\d+/(.+)");

    /** What a manifest tells the JVM. The rest says who built the jar and when, which differs between builds of one code. */
    private static final List<String> MANIFEST_FOR_THE_JVM = List.of(
            "Multi-Release",
            "Launcher-Agent-Class",
            "Add-Exports",
            "Add-Opens",
            "Enable-Native-Access",
            "Class-Path",
            "Sealed");

    private final List<Path> elements = new ArrayList<>();

    /** Classes by name with dots, each with the entries that hold it: the first, and those for newer JVMs. */
    private final NavigableMap<String, List<Location>> classes = new TreeMap<>();

    /** What is not a class, by its path, in all elements. */
    private final NavigableMap<String, List<Location>> resources = new TreeMap<>();

    private final StringBuilder manifest = new StringBuilder();

    /** An entry of an element. */
    record Location(int element, String entry) {}

    private ClassPath() {}

    /** @throws BadInputException when an element is neither a folder nor a jar */
    static ClassPath of(List<Path> elements) {
        ClassPath classPath = new ClassPath();
        Set<Path> all = new LinkedHashSet<>();
        elements.forEach(element -> classPath.index(element.toAbsolutePath().normalize(), all));
        return classPath;
    }

    /** Binary names of all classes. */
    Set<String> classes() {
        return classes.keySet();
    }

    /** Paths of everything else. */
    Set<String> resources() {
        return resources.keySet();
    }

    /** Where a class is: its entry, and those that newer JVMs take instead. */
    List<Location> entriesOfClass(String name) {
        return classes.getOrDefault(name, List.of());
    }

    /** Where a resource is: more than one element can have it. */
    List<Location> entriesOfResource(String path) {
        return resources.getOrDefault(path, List.of());
    }

    /** What the manifests tell the JVM, in order. */
    String manifest() {
        return manifest.toString();
    }

    /** Opens the jars for a while. */
    Reader reader() {
        return new Reader();
    }

    private void index(Path element, Set<Path> seen) {
        if (!seen.add(element)) {
            return;
        }
        if (Files.isDirectory(element)) {
            int number = elements.size();
            elements.add(element);
            try (Stream<Path> files = Files.walk(element)) {
                files.filter(Files::isRegularFile)
                        .map(file -> element.relativize(file).toString().replace('\\', '/'))
                        .sorted()
                        .forEach(entry -> add(number, entry));
            } catch (IOException e) {
                throw unreadable(element, e);
            } catch (UncheckedIOException e) {
                throw unreadable(element, new IOException(e));
            }
            return;
        }
        List<Path> named;
        try (JarFile jar = new JarFile(element.toFile(), false)) {
            int number = elements.size();
            elements.add(element);
            for (Enumeration<? extends ZipEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    add(number, entry.getName());
                }
            }
            named = readManifest(element, jar.getManifest());
        } catch (IOException e) {
            throw unreadable(element, e);
        }
        named.forEach(path -> index(path, seen));
    }

    /** @return the jars that the manifest puts behind this one */
    private List<Path> readManifest(Path element, @Nullable Manifest read) {
        List<Path> named = new ArrayList<>();
        if (read == null) {
            return named;
        }
        Attributes attributes = read.getMainAttributes();
        for (String name : MANIFEST_FOR_THE_JVM) {
            String value = attributes.getValue(name);
            if (value != null) {
                manifest.append(name).append(": ").append(value).append('\n');
            }
        }
        for (String url : Optional.ofNullable(attributes.getValue(Attributes.Name.CLASS_PATH))
                .orElse("")
                .split(" ", -1)) {
            try {
                Path path = Path.of(element.toUri().resolve(URI.create(url)));
                if (!url.isBlank() && Files.exists(path)) {
                    named.add(path.normalize());
                }
            } catch (RuntimeException notAFile) {
                // The JVM passes over what is no file here as well.
            }
        }
        return named;
    }

    private void add(int element, String entry) {
        Location location = new Location(element, entry);
        Matcher versioned = VERSIONED.matcher(entry);
        String plain = versioned.matches() ? versioned.group(1) : entry;
        if (plain.endsWith(".class")) {
            List<Location> there = classes.computeIfAbsent(className(plain), name -> new ArrayList<>());
            // The first element that has a class hides the others.
            if (there.isEmpty() || there.get(0).element() == element) {
                there.add(location);
            }
        } else {
            resources.computeIfAbsent(plain, name -> new ArrayList<>()).add(location);
        }
    }

    private static String className(String entry) {
        return entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
    }

    private static BadInputException unreadable(Path element, IOException e) {
        return new BadInputException(
                element + ": expected a jar or a folder of classes, found " + AtomicFiles.reason(e)
                        + "; build it again, or name another",
                e);
    }

    /** Reads contents; keeps each jar open from its first use until it is closed. */
    final class Reader implements AutoCloseable {

        private final Map<Integer, JarFile> open = new HashMap<>();

        private Reader() {}

        /** @throws BadInputException when the element is no longer what it was */
        byte[] read(Location location) {
            Path element = elements.get(location.element());
            try {
                if (Files.isDirectory(element)) {
                    return Files.readAllBytes(element.resolve(location.entry()));
                }
                JarFile jar = open.get(location.element());
                if (jar == null) {
                    jar = new JarFile(element.toFile(), false);
                    open.put(location.element(), jar);
                }
                ZipEntry entry = jar.getEntry(location.entry());
                if (entry == null) {
                    throw new IOException("no more " + location.entry());
                }
                try (InputStream in = jar.getInputStream(entry)) {
                    return in.readAllBytes();
                }
            } catch (IOException e) {
                throw unreadable(element, e);
            }
        }

        @Override
        public void close() {
            for (JarFile jar : open.values()) {
                try {
                    jar.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
