package org.evenkeel.suite.reach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.evenkeel.workload.HotPath;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** A small program: sources by the name of their class, and resources by their path. */
final class Code {

    private final Map<String, String> sources = new TreeMap<>();
    private final Map<String, String> resources = new TreeMap<>();

    static Code of(String className, String source) {
        return new Code().with(className, source);
    }

    /** @param source without the package, which the name tells */
    Code with(String className, String source) {
        sources.put(className, source);
        return this;
    }

    Code withResource(String path, String content) {
        resources.put(path, content);
        return this;
    }

    Code copy() {
        Code copy = new Code();
        copy.sources.putAll(sources);
        copy.resources.putAll(resources);
        return copy;
    }

    /** Compiles into a folder, with all debug information and names of parameters. */
    Path in(Path folder) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((name, source) -> files.add(new Source(name, source)));
        try {
            Files.createDirectories(folder);
            List<String> options = List.of(
                    "-g",
                    "-parameters",
                    "--release",
                    "17",
                    "-proc:none",
                    "-Xlint:none",
                    "-d",
                    folder.toString(),
                    "-cp",
                    locationOf(HotPath.class).toString());
            if (!compiler.getTask(null, null, said, options, null, files).call()) {
                throw new AssertionError("the test's own source does not compile: " + said.getDiagnostics());
            }
            for (Map.Entry<String, String> resource : resources.entrySet()) {
                Path file = folder.resolve(resource.getKey());
                Files.createDirectories(file.resolveSibling(""));
                Files.writeString(file, resource.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    /** Packs a folder. */
    static Path jar(Path folder, Path jar) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar;
    }

    /** The same class with one more constant, which nothing uses. */
    static byte[] changed(byte[] classFile) {
        ClassWriter written = new ClassWriter(0);
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, written) {
                            @Override
                            public void visitEnd() {
                                visitField(
                                                Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL,
                                                "changedByTheTest",
                                                "I",
                                                null,
                                                42)
                                        .visitEnd();
                                super.visitEnd();
                            }
                        },
                        0);
        return written.toByteArray();
    }

    static Path locationOf(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String className, String source) {
            super(URI.create("memory:///" + className.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            int dot = className.lastIndexOf('.');
            text = (dot < 0 ? "" : "package " + className.substring(0, dot) + "; ") + source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
