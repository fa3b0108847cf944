package org.evenkeel.suite.ab.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.evenkeel.kernel.OwnFiles;
import org.evenkeel.suite.ab.run.turns.TurnTaker;

/**
 * The jar behind each side's class path: what takes turns, and nothing else of what this JVM has on its own class path, so
 * that benchmarks find the same libraries as ever.
 */
final class TurnJar {

    /** The profiler, as JMH's command line names it. */
    static final String PROFILER = TurnTaker.class.getPackageName() + ".TurnProfiler";

    /** By name: the profiler cannot be loaded here, where there is no JMH. */
    private static final List<String> CLASSES = List.of("TurnProfiler", "TurnTaker", "QuietJvm", "SpeedOfFork");

    private TurnJar() {}

    static void write(Path jar) throws IOException {
        try (OutputStream out = OwnFiles.create(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (String name : CLASSES) {
                String file = name + ".class";
                entries.putNextEntry(
                        new JarEntry(TurnTaker.class.getPackageName().replace('.', '/') + "/" + file));
                try (InputStream in = TurnTaker.class.getResourceAsStream(file)) {
                    if (in == null) {
                        throw new IOException(file + " is not beside " + TurnTaker.class);
                    }
                    in.transferTo(entries);
                }
                entries.closeEntry();
            }
        }
    }
}
