package org.evenkeel.compare.stored;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.EnvironmentJson;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.stored.Baseline.Area;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Leftovers;
import org.evenkeel.kernel.Trees;

/**
 * The folder that holds all baselines.
 *
 * @param root with {@code stored} and {@code local} in it; need not exist yet
 * @param random digits for names that nobody else takes
 */
public record BaselineStore(Path root, LongSupplier random) {

    /** The secondary metric by which a JMH result says that it was profiled. */
    private static final String PROFILED = "profiled";

    /** The store in a folder. */
    public BaselineStore(Path root) {
        this(root, () -> new java.security.SecureRandom().nextLong());
    }

    /**
     * Adds a session to a baseline.
     *
     * @param run the folder of a run, with {@code jmh.json} and maybe {@code leakcheck.json}; a JMH JSON file; or a folder of such files
     *     that are one session
     * @param environment where it was measured
     * @return the new session's folder
     * @throws BadInputException when the run cannot be read, is invalid, or cannot be written
     */
    public Path record(String name, Area area, Path run, Environment environment, Instant time) {
        requireName(name);
        List<SessionFiles.Found> sessions = SessionFiles.found(run);
        if (sessions.size() > 1) {
            throw new BadInputException(run + " holds " + sessions.size() + " sessions; record them one by one");
        }
        Session session = sessions.get(0).session();
        if (!session.invalid().isEmpty()) {
            throw new BadInputException(run + " has invalid benchmarks ("
                    + session.invalid().get(0).identity().label() + ": "
                    + session.invalid().get(0).reason()
                    + "); a baseline takes only sound sessions, so mend it and run again");
        }
        if (session.series().keySet().stream()
                .anyMatch(identity -> identity.metric().equals(PROFILED))) {
            throw new BadInputException(run + " was measured beside a profiler, which slows down what it watches;"
                    + " a baseline takes only runs without one, so measure with scripts/bench or scripts/check");
        }
        Path folder = root.resolve(area.folder())
                .resolve(EnvironmentName.of(environment))
                .resolve(name);
        Path target = folder.resolve(SessionName.of(time, random.getAsLong()));
        Path hidden = folder.resolve(Leftovers.marked("." + SessionFiles.nameOf(target)));
        try {
            Files.createDirectories(hidden);
            deleteLeftovers(folder, time);
            copy(sessions.get(0).places(), hidden);
            Files.writeString(hidden.resolve(SessionFiles.ENVIRONMENT), EnvironmentJson.write(environment));
            Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (IOException e) {
            Trees.deleteIfPossible(hidden);
            throw new BadInputException(
                    "cannot record into " + folder + ": " + AtomicFiles.reason(e) + "; choose another --store", e);
        }
    }

    /** What runs left that were killed while they recorded; those that record now are left alone. */
    private static void deleteLeftovers(Path folder, Instant now) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path hidden : all.filter(one -> SessionFiles.nameOf(one).startsWith("."))
                    .filter(Files::isDirectory)
                    .toList()) {
                try {
                    if (Leftovers.isOne(hidden, now)) {
                        Trees.deleteIfPossible(hidden);
                    }
                } catch (NoSuchFileException recordedMeanwhile) {
                    // It has another name by now.
                }
            }
        }
    }

    /** Where the jars are that this machine's own sessions were measured with, by their SHA-256. */
    public Path code() {
        return root.resolve(Area.LOCAL.folder()).resolve("code");
    }

    /** What all sessions of all baselines say of one fact; sessions that do not say it are left out. */
    public Set<String> values(String fact) {
        return list().stream()
                .flatMap(baseline -> baseline.sessionFolders().stream())
                .map(SessionFiles::environment)
                .flatMap(
                        environment -> Optional.ofNullable(environment.context().get(fact)).stream())
                .collect(Collectors.toSet());
    }

    /** All baselines, by area, environment and name. */
    public List<Baseline> list() {
        List<Baseline> baselines = new ArrayList<>();
        for (Area area : Area.values()) {
            Path folder = root.resolve(area.folder());
            for (Path environment : folders(folder)) {
                for (Path name : folders(environment)) {
                    baseline(area, name).ifPresent(baselines::add);
                }
            }
        }
        return baselines;
    }

    /** All baselines of one name. */
    public List<Baseline> named(String name) {
        requireName(name);
        return list().stream().filter(baseline -> baseline.name().equals(name)).toList();
    }

    /**
     * The baseline of a name that fits a session best: one of the same environment, and of those what this machine
     * recorded for itself before what is shared; otherwise the newest of another environment, which still serves for
     * exact metrics.
     *
     * @param facts what is known about where the session was measured
     */
    public Optional<Baseline> find(String name, SortedMap<String, String> facts) {
        return named(name).stream()
                .min(Comparator.comparing((Baseline baseline) ->
                                !baseline.differencesTo(facts).isEmpty())
                        .thenComparing(Baseline::area)
                        .thenComparing(Baseline::newest, Comparator.reverseOrder()));
    }

    /**
     * Moves what this machine recorded for itself to what is shared.
     *
     * @return the sessions' new folders; none when there was nothing to move
     */
    public List<Path> promote(String name) {
        List<Path> moved = new ArrayList<>();
        for (Baseline baseline : named(name)) {
            if (baseline.area() == Area.LOCAL) {
                Path environment = root.resolve(Area.STORED.folder())
                        .resolve(SessionFiles.nameOf(
                                baseline.folder().resolveSibling("").toAbsolutePath()));
                for (Path session : baseline.sessionFolders()) {
                    Path target = environment.resolve(name).resolve(SessionFiles.nameOf(session));
                    move(session, target);
                    moved.add(target);
                }
                deleteIfEmpty(baseline.folder());
                deleteIfEmpty(baseline.folder().resolveSibling(""));
            }
        }
        return moved;
    }

    /**
     * Deletes the oldest sessions of a baseline.
     *
     * @param keep how many of the newest stay, at least 1
     * @return what was deleted
     */
    public List<Path> prune(Baseline baseline, int keep) {
        int surplus = Math.max(0, baseline.sessionFolders().size() - keep);
        List<Path> doomed = baseline.sessionFolders().subList(0, surplus);
        for (Path session : doomed) {
            Path hidden = session.resolveSibling(Leftovers.marked("." + SessionFiles.nameOf(session)));
            move(session, hidden);
            Trees.deleteIfPossible(hidden);
        }
        return List.copyOf(doomed);
    }

    /** Names become folders, so they are plain. */
    public static boolean isName(String name) {
        return name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    }

    /** What is stored is what was read: a run with what else it found, a file under the name by which it is found again, or files that are one session. */
    private static void copy(List<Path> places, Path into) throws IOException {
        Path run = places.get(0);
        if (places.size() > 1) {
            JoinedResults.write(places, into.resolve(SessionFiles.JMH));
            return;
        }
        if (!Files.isDirectory(run)) {
            Files.copy(
                    run, into.resolve(SessionFiles.isCompressed(run) ? SessionFiles.COMPRESSED_JMH : SessionFiles.JMH));
            return;
        }
        for (String file : List.of(SessionFiles.JMH, SessionFiles.COMPRESSED_JMH, SessionFiles.LEAKCHECK)) {
            if (Files.exists(run.resolve(file))) {
                Files.copy(run.resolve(file), into.resolve(file));
            }
        }
    }

    private static void requireName(String name) {
        if (!isName(name)) {
            throw new BadInputException(
                    "\"" + name + "\" cannot name a baseline; expected letters, digits, dots, hyphens"
                            + " and underscores, such as main");
        }
    }

    private static Optional<Baseline> baseline(Area area, Path folder) {
        List<Path> sessions = folders(folder);
        if (sessions.isEmpty()) {
            return Optional.empty();
        }
        Path newest = sessions.get(sessions.size() - 1);
        Environment environment = SessionFiles.environment(newest);
        return Optional.of(new Baseline(SessionFiles.nameOf(folder), area, folder, sessions, environment));
    }

    private static List<Path> folders(Path parent) {
        return Files.isDirectory(parent)
                ? SessionFiles.children(parent).stream()
                        .filter(Files::isDirectory)
                        .toList()
                : List.of();
    }

    private static void move(Path from, Path to) {
        try {
            Files.createDirectories(to.toAbsolutePath().resolveSibling(""));
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new BadInputException("cannot move " + from + " to " + to + ": " + AtomicFiles.reason(e), e);
        }
    }

    private static void deleteIfEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException stillInUse) {
            // Somebody recorded meanwhile.
        } catch (IOException e) {
            throw new BadInputException("cannot delete " + folder + ": " + AtomicFiles.reason(e), e);
        }
    }
}
