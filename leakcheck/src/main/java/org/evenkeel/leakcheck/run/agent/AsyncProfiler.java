package org.evenkeel.leakcheck.run.agent;

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
        String resource = "/" + platform() + "/libasyncProfiler.so";
        try (InputStream in = AsyncProfiler.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("there is no async-profiler for " + platform() + " on the class path");
            }
            Files.copy(in, library);
        }
        return library;
    }

    /** The folder of its jar that a machine's library is in; one that does not exist where there is none. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return "macos";
        }
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return system.replace(' ', '-') + "-"
                + switch (processor) {
                    case "amd64", "x86_64" -> "x64";
                    case "aarch64" -> "arm64";
                    default -> processor;
                };
    }
}
