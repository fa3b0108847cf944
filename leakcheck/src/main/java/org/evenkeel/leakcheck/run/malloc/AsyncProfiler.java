package org.evenkeel.leakcheck.run.malloc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The native library of async-profiler, out of its jar. */
public final class AsyncProfiler {

    private AsyncProfiler() {}

    /**
     * The library as a file in a folder; put there when it is asked for first.
     *
     * @throws IOException where async-profiler has none for this platform
     */
    public static Path libraryIn(Path folder) throws IOException {
        Path library = folder.resolve("libasyncProfiler.so");
        if (Files.exists(library)) {
            return library;
        }
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String platform = mac ? "macos" : machine.equals("aarch64") ? "linux-arm64" : "linux-x64";
        String resource = "/" + platform + "/libasyncProfiler.so";
        try (InputStream in = AsyncProfiler.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("there is no " + resource + " on the class path");
            }
            Files.copy(in, library);
        }
        return library;
    }
}
