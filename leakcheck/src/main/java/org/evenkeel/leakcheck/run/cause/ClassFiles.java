package org.evenkeel.leakcheck.run.cause;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The class files that the checked JVM loads its classes from; nothing of them is ever run here. */
public final class ClassFiles implements AutoCloseable {

    private final URLClassLoader loader;

    private ClassFiles(URLClassLoader loader) {
        this.loader = loader;
    }

    /** Those of a class path, and of the platform. */
    public static ClassFiles of(List<Path> classPath) {
        List<URL> urls = new ArrayList<>();
        for (Path entry : classPath) {
            url(entry).ifPresent(urls::add);
        }
        return new ClassFiles(new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getSystemClassLoader()));
    }

    /** Classes of an entry that is no file are unknown here, which costs patience only. */
    private static Optional<URL> url(Path entry) {
        try {
            return Optional.of(entry.toUri().toURL());
        } catch (MalformedURLException e) {
            return Optional.empty();
        }
    }

    /** The bytes of one class; empty for classes that were made at run time. */
    Optional<byte[]> bytes(String className) {
        try (InputStream in = loader.getResourceAsStream(className.replace('.', '/') + ".class")) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            // Read only; the process ends soon.
            return;
        }
    }
}
