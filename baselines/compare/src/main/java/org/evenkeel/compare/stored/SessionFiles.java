package org.evenkeel.compare.stored;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.EnvironmentJson;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.InvalidReader;
import org.evenkeel.compare.samples.JmhReader;
import org.evenkeel.compare.samples.LeakcheckReader;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.jspecify.annotations.Nullable;

/** Reads sessions from where runs and users put them. */
public final class SessionFiles {

    /** The results of JMH in a run's folder. */
    public static final String JMH = "jmh.json";

    /** What the leak checker found. */
    public static final String LEAKCHECK = "leakcheck.json";

    /** Where the run was made. */
    public static final String ENVIRONMENT = "environment.json";

    /** Benchmarks whose numbers mean nothing. */
    public static final String INVALID = "invalid.json";

    /** How the name of a JMH JSON file ends that was compressed by gzip. */
    private static final String COMPRESSED = ".json.gz";

    /** The same as {@link #JMH}: a session of many sampled benchmarks is some 20 MB of text, and a tenth of that compressed. */
    static final String COMPRESSED_JMH = JMH + ".gz";

    private static final Set<String> NOT_RESULTS = Set.of(LEAKCHECK, ENVIRONMENT, INVALID, "comparison.json");

    private SessionFiles() {}

    /**
     * The sessions at a place: a JMH JSON file, compressed by gzip or not, is one, the folder of a run is one, and a folder of such files or folders
     * is several. Files of which no two have a benchmark in common are one session: a run that wrote a file for each of its jars.
     *
     * @return at least one
     * @throws BadInputException when there is nothing there, or something unreadable
     */
    public static List<Session> read(Path place) {
        return found(place).stream().map(Found::session).toList();
    }

    /**
     * A session and where it was read.
     *
     * @param places the folder of a run, or JMH JSON files; at least one
     */
    record Found(Session session, List<Path> places) {}

    /** Where the sessions at a place are read: folders of runs, and JMH JSON files. */
    public static List<Path> placesOf(Path place) {
        return found(place).stream().flatMap(found -> found.places().stream()).toList();
    }

    /** The same sessions, with where they were read. */
    static List<Found> found(Path place) {
        if (place.toString().isEmpty()) {
            throw new BadInputException(
                    "expected a JMH JSON file, a folder of them, the folder of a run, or the name of a baseline, found an"
                            + " empty word");
        }
        if (!Files.exists(place)) {
            throw new BadInputException(
                    place + " does not exist; expected a JMH JSON file, a folder of them, the folder"
                            + " of a run, or the name of a baseline");
        }
        if (!Files.isDirectory(place)) {
            return List.of(new Found(requireContent(file(place), place), List.of(place)));
        }
        if (isRun(place)) {
            return List.of(new Found(run(place), List.of(place)));
        }
        List<Found> sessions = new ArrayList<>();
        for (Path child : children(place)) {
            if (Files.isDirectory(child) && isRun(child)) {
                sessions.add(new Found(run(child), List.of(child)));
            }
        }
        List<Path> results = resultsIn(place);
        List<Session> files = results.stream().map(SessionFiles::file).toList();
        if (files.size() > 1 && files.stream().noneMatch(Session::isEmpty) && haveNothingInCommon(files)) {
            Session joined = Session.of(
                    place.toString(),
                    files.stream()
                            .flatMap(file -> file.series().values().stream())
                            .toList());
            sessions.add(new Found(joined, results));
        } else {
            for (int i = 0; i < files.size(); i++) {
                sessions.add(new Found(files.get(i), List.of(results.get(i))));
            }
        }
        sessions.sort(Comparator.comparing(found -> found.session().name()));
        if (sessions.stream().allMatch(found -> found.session().isEmpty())) {
            throw new BadInputException(place + " holds no results: expected " + JMH
                    + ", other JMH JSON files, or folders of runs; run scripts/check to measure");
        }
        return sessions;
    }

    /**
     * The session in a run's folder: {@code jmh.json}, compressed by gzip or not, and whatever else is there of {@code leakcheck.json},
     * {@code environment.json} and {@code invalid.json}.
     */
    public static Session run(Path folder) {
        Session session =
                results(folder).map(SessionFiles::file).orElseGet(() -> Session.of(folder.toString(), List.of()));
        session = session.with(
                optional(folder.resolve(LEAKCHECK), LeakcheckReader::read).orElse(List.of()),
                optional(folder.resolve(INVALID), InvalidReader::read).orElse(List.of()),
                optional(folder.resolve(ENVIRONMENT), EnvironmentJson::read));
        return requireContent(session, folder);
    }

    /** Whether no benchmark is in two of some sessions. */
    public static boolean haveNothingInCommon(List<Session> sessions) {
        Set<Identity> all = new HashSet<>();
        return sessions.stream()
                .flatMap(session -> session.series().keySet().stream())
                .allMatch(all::add);
    }

    private static List<Path> resultsIn(Path folder) {
        return children(folder).stream()
                .filter(child -> !Files.isDirectory(child) && isResult(nameOf(child)))
                .toList();
    }

    /** The groups of sessions of unchanged code in a folder: one group per sub-folder. */
    public static List<List<Session>> groups(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadInputException(folder
                    + " is not a folder; expected one whose sub-folders each hold sessions of" + " one unchanged code");
        }
        List<List<Session>> groups = new ArrayList<>();
        for (Path child : children(folder)) {
            if (Files.isDirectory(child)) {
                groups.add(read(child));
            }
        }
        if (groups.stream().noneMatch(group -> group.size() > 1)) {
            throw new BadInputException(
                    folder + " has no sub-folder with two sessions or more, and one session of a code"
                            + " tells nothing of noise; measure unchanged code several times");
        }
        return groups;
    }

    /** Whether a folder has sub-folders that hold several sessions each, rather than being those of runs. */
    public static boolean holdsGroups(Path folder) {
        return children(folder).stream().anyMatch(child -> Files.isDirectory(child) && !isRun(child));
    }

    /** The environment that was written down in a session's folder, which must be there. */
    static Environment environment(Path folder) {
        return read(folder.resolve(ENVIRONMENT), EnvironmentJson::read);
    }

    /**
     * Refuses what is no file: to read a pipe is to wait for whoever writes into it.
     *
     * @throws BadInputException when it is something else
     */
    static void requireFile(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new BadInputException(
                    file + ": expected a file, found " + (Files.isDirectory(file) ? "a folder" : "a pipe or a device"));
        }
    }

    static List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> !nameOf(child).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new BadInputException(folder + " cannot be listed: " + AtomicFiles.reason(e), e);
        }
    }

    /** The last part of a path. */
    public static String nameOf(@Nullable Path path) {
        return path == null ? "" : String.valueOf(path.getFileName());
    }

    private static boolean isResult(String name) {
        return (name.endsWith(".json") || name.endsWith(COMPRESSED)) && !NOT_RESULTS.contains(name);
    }

    private static boolean isRun(Path folder) {
        return results(folder).isPresent() || Files.exists(folder.resolve(LEAKCHECK));
    }

    private static Optional<Path> results(Path folder) {
        return Stream.of(JMH, COMPRESSED_JMH)
                .map(folder::resolve)
                .filter(Files::exists)
                .findFirst();
    }

    private static Session requireContent(Session session, Path place) {
        if (session.isEmpty()) {
            throw new BadInputException(place + " holds no result; did every benchmark fail? Look at the run's log");
        }
        return session;
    }

    private static Session file(Path file) {
        return read(file, JmhReader::read);
    }

    private static <T> Optional<T> optional(Path file, BiFunction<InputStream, String, T> reader) {
        return Files.exists(file) ? Optional.of(read(file, reader)) : Optional.empty();
    }

    /** Opens a file for reading, and uncompresses it where its name says that it is compressed. */
    static InputStream open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        if (!isCompressed(file)) {
            return bytes;
        }
        try {
            return new GZIPInputStream(bytes, 1 << 16);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /** Whether a file's name says that it is compressed by gzip. */
    static boolean isCompressed(Path file) {
        return nameOf(file).endsWith(COMPRESSED);
    }

    private static <T> T read(Path file, BiFunction<InputStream, String, T> reader) {
        requireFile(file);
        try (InputStream in = open(file)) {
            return reader.apply(in, file.toString());
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + AtomicFiles.reason(e), e);
        }
    }
}
