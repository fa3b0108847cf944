package org.evenkeel.leakcheck.run.cause;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.evenkeel.leakcheck.samples.Signal;

/** Names what is behind descriptors and temporary files that a JVM has by now. */
final class Resources {

    private Resources() {}

    /** One line for each; nothing of what does not grow. */
    static Set<String> of(Subject subject, Question question) {
        Set<String> found = new TreeSet<>();
        if (question.signals().contains(Signal.FILE_DESCRIPTORS)) {
            for (Path descriptor : list(Path.of("/proc", Long.toString(subject.pid()), "fd"))) {
                target(descriptor)
                        .ifPresent(target -> found.add("descriptor " + descriptor.getFileName() + ": " + target));
            }
        }
        return found;
    }

    private static Optional<Path> target(Path descriptor) {
        try {
            return Optional.of(Files.readSymbolicLink(descriptor));
        } catch (IOException e) {
            return Optional.empty(); // It was closed meanwhile.
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException e) {
            return List.of(); // Not a Linux system, or the process is gone.
        }
    }
}
