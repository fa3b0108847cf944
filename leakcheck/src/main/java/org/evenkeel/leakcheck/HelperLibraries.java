package org.evenkeel.leakcheck;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The libraries of the helper process, which the jar of the leak checker carries as jars inside itself. So they are on no
 * test's class path, where they could meet other versions of themselves.
 */
final class HelperLibraries {

    private static final String FOLDER = "/META-INF/evenkeel-helper/";

    /** The build puts them there, each without its version. */
    private static final List<String> NAMES = List.of(
            "jackson-databind",
            "jackson-core",
            "jackson-annotations",
            "commons-math3",
            "jmustache",
            "shark-hprof",
            "shark-log",
            "okio-jvm",
            "kotlin-stdlib");

    private HelperLibraries() {}

    /**
     * Copies them out.
     *
     * @param folder made for them
     * @return the jars; none in a jar that has all classes of them instead, as {@code leakcheck.jar} has
     */
    static List<Path> into(Path folder) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String name : NAMES) {
            try (@Nullable InputStream in = HelperLibraries.class.getResourceAsStream(FOLDER + name + ".jar")) {
                if (in == null) {
                    return List.of();
                }
                Files.createDirectories(folder);
                Path jar = folder.resolve(name + ".jar");
                Files.copy(in, jar);
                jars.add(jar);
            }
        }
        return jars;
    }
}
