package org.evenkeel.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders with all that is in them. */
public final class Trees {

    private Trees() {}

    /**
     * Deletes a folder or file with all that is in it, and nothing that links in it point to; where there is none, nothing.
     *
     * @throws IOException where something stays
     */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException vanished) {
            throw vanished.getCause();
        }
    }

    /** The same of what nobody reads any more: what cannot be deleted stays. */
    public static void deleteIfPossible(Path folder) {
        try {
            delete(folder);
        } catch (IOException stays) {
            // It is in nobody's way.
        }
    }
}
