package org.evenkeel.suite.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.evenkeel.compare.stored.SessionFiles;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.plan.ProfileEvent;
import org.evenkeel.suite.report.parts.ProfileLink;
import org.evenkeel.suite.run.RunFolder;

/** Finds the flame graphs that sessions of {@code scripts/profile} left in the folder of a report. */
public final class ProfileLinks {

    /** The folder, beside the report, whose sessions belong to it. */
    static final String FOLDER = "profiles";

    /** Sessions may be grouped in folders, but nobody groups them deeper. */
    private static final int DEPTH = 4;

    /** What a session calls its flame graphs; those of single forks have a number as well, and are not for readers. */
    private static final Pattern FLAME_GRAPH = Pattern.compile("(?<side>here|difference)-(?<event>[a-z]+)\\.html");

    private ProfileLinks() {}

    /** Links to all flame graphs in the sub-folder {@code profiles} of a report's folder; none where there is no such. */
    public static List<ProfileLink> in(Path folder) {
        Path root = folder.resolve(FOLDER);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(root, DEPTH)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .flatMap(file -> link(folder, file).stream())
                    .toList();
        } catch (IOException e) {
            throw unreadable(root, AtomicFiles.reason(e), e);
        } catch (UncheckedIOException e) {
            throw unreadable(root, String.valueOf(e.getMessage()), e);
        }
    }

    private static BadInputException unreadable(Path root, String reason, Exception e) {
        return new BadInputException(
                root + " cannot be listed: " + reason + "; the report links the profiles in it", e);
    }

    private static Optional<ProfileLink> link(Path folder, Path file) {
        Path name = folder.relativize(file);
        Matcher flameGraph = FLAME_GRAPH.matcher(SessionFiles.nameOf(file));
        if (!flameGraph.matches()) {
            return Optional.empty();
        }
        // A path of the file system's own kind has separators of its own kind.
        String address = StreamSupport.stream(name.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
        Path session = file.resolveSibling("");
        String what = RunFolder.subject(session).orElseGet(() -> SessionFiles.nameOf(session));
        String side = flameGraph.group("side").equals("difference") ? ", after against before" : "";
        return Optional.of(new ProfileLink(what + ": " + words(flameGraph.group("event")) + side, address));
    }

    private static String words(String event) {
        return Arrays.stream(ProfileEvent.values())
                .filter(known -> known.written().equals(event))
                .map(known -> known.description() + " (" + event + ")")
                .findFirst()
                .orElse(event);
    }
}
