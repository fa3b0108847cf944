package org.evenkeel.suite;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The JMH jar of a stranger: their benchmarks, JMH with what it needs, and nothing of this project. */
public final class ForeignJar {

    private static final List<String> LIBRARIES = List.of(
            "org.openjdk.jmh.Main", "joptsimple.OptionParser", "org.apache.commons.math3.distribution.TDistribution");

    /** What makes benchmarks of annotated methods. */
    private static final String PROCESSOR = "org.openjdk.jmh.generators.BenchmarkProcessor";

    private final Map<String, String> sources = new TreeMap<>();

    /**
     * Adds a class.
     *
     * @param source without the package, which the name tells
     */
    public ForeignJar with(String className, String source) {
        sources.put(className, source);
        return this;
    }

    /** Compiles and packs. */
    public Path in(Path jar) throws IOException {
        Path classes = Files.createTempDirectory(jar.toAbsolutePath().resolveSibling(""), "classes");
        compile(classes);
        Set<String> written = new LinkedHashSet<>();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = classes.relativize(file).toString().replace('\\', '/');
                written.add(name);
                out.putNextEntry(new JarEntry(name));
                Files.copy(file, out);
                out.closeEntry();
            }
            for (String library : LIBRARIES) {
                copy(locationOf(library), out, written);
            }
        }
        return jar;
    }

    private void compile(Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((name, source) -> files.add(new Source(name, source)));
        String classPath = Stream.concat(LIBRARIES.stream(), Stream.of(PROCESSOR))
                .map(ForeignJar::locationOf)
                .map(Path::toString)
                .distinct()
                .collect(Collectors.joining(java.io.File.pathSeparator));
        List<String> options =
                List.of("-g", "--release", "17", "-d", classes.toString(), "-cp", classPath, "-processor", PROCESSOR);
        if (!compiler.getTask(null, null, said, options, null, files).call()) {
            throw new AssertionError("the test's own source does not compile: "
                    + said.getDiagnostics().stream()
                            .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                            .toList());
        }
    }

    private static void copy(Path library, JarOutputStream out, Set<String> written) throws IOException {
        try (JarFile jar = new JarFile(library.toFile())) {
            for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
                JarEntry entry = all.nextElement();
                if (!entry.isDirectory() && !entry.getName().endsWith("MANIFEST.MF") && written.add(entry.getName())) {
                    out.putNextEntry(new JarEntry(entry.getName()));
                    jar.getInputStream(entry).transferTo(out);
                    out.closeEntry();
                }
            }
        }
    }

    private static Path locationOf(String className) {
        try {
            return Path.of(Class.forName(className)
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String className, String source) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            text = "package " + className.substring(0, className.lastIndexOf('.')) + ";\n" + source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
