package org.evenkeel.baselines.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that say what a report looks like. {@code -Dgolden.update=true} writes them anew, for a person to look at. */
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/org/evenkeel/baselines/report");

    private Golden() {}

    /** The file of this name has this content; line ends aside. */
    public static void assertSame(String name, String actual) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, actual.replace("\r\n", "\n"));
        }
        assertThat(actual.replace("\r\n", "\n"))
                .as(
                        "%s; if the change is meant, write it anew with -Dgolden.update=true and look at the difference",
                        file)
                .isEqualTo(Files.readString(file).replace("\r\n", "\n"));
    }
}
