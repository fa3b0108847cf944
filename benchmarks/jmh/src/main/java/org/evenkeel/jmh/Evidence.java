package org.evenkeel.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.evenkeel.workload.Invariants.Violation;
import org.jspecify.annotations.Nullable;

/**
 * What a fork saw and JMH's result file has no room for: broken invariants, and gauges over time.
 *
 * <p>It goes into the folder that the environment variable {@value #FOLDER} names, and nowhere without one. A variable
 * and not a system property, because JMH writes the properties of a fork into its result file, where the name of one
 * machine's folder has no business.
 */
final class Evidence {

    /** Environment variable with an existing folder. */
    static final String FOLDER = "EVENKEEL_EVIDENCE";

    private Evidence() {}

    /** Adds a line for each broken invariant to {@code violations.txt}. */
    static void write(List<Violation> violations) throws IOException {
        append("violations.txt", violations.stream().map(Violation::toString).toList());
    }

    /** Adds lines to a file of the evidence folder. */
    static void append(String file, List<String> lines) throws IOException {
        @Nullable String folder = System.getenv(FOLDER);
        if (folder != null) {
            Files.write(Path.of(folder, file), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
