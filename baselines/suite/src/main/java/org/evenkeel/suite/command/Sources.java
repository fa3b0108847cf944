package org.evenkeel.suite.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.stored.Baseline;
import org.evenkeel.compare.stored.BaselineStore;
import org.evenkeel.compare.stored.SessionFiles;

/** Finds the sessions that an argument of a command means: a file, a folder, or the name of a baseline. */
public final class Sources {

    private static final int COMMIT_LETTERS = 10;

    private final BaselineStore store;

    public Sources(BaselineStore store) {
        this.store = store;
    }

    /** Whether an argument means a baseline by name: it looks like a name, and there is no such file. */
    public static boolean isName(String argument) {
        return BaselineStore.isName(argument) && !argument.endsWith(".json") && !Files.exists(Path.of(argument));
    }

    /** The sessions at a place. */
    public static List<Session> at(String place) {
        return SessionFiles.read(Path.of(place));
    }

    /**
     * What a report calls a side: the last part of where it is, as a report is sent to people who have no such folder, and
     * the commits that were measured.
     */
    public static String shown(String argument, List<Session> sessions) {
        String name = SessionFiles.nameOf(Path.of(argument).toAbsolutePath().normalize());
        String commits = sessions.stream()
                .flatMap(session -> session.environment().stream())
                .flatMap(
                        environment -> Optional.ofNullable(environment.context().get("commit")).stream())
                .map(commit -> commit.substring(0, Math.min(COMMIT_LETTERS, commit.length())))
                .distinct()
                .collect(Collectors.joining(", "));
        return name + (commits.isEmpty() ? "" : " (commit " + commits + ")");
    }

    /** The sessions of a baseline that fit {@code beside} best; empty when there is no baseline of that name. */
    public Optional<List<Session>> named(String name, List<Session> beside) {
        return store.find(name, facts(beside)).map(Baseline::sessions);
    }

    /** What is known about where sessions were measured: what their environment says, or else their results. */
    private static SortedMap<String, String> facts(List<Session> sessions) {
        TreeMap<String, String> facts = new TreeMap<>();
        for (Session session : sessions) {
            session.series().values().stream().limit(1).forEach(series -> facts.putAll(series.facts()));
            session.environment().map(Environment::identity).ifPresent(facts::putAll);
        }
        return facts;
    }
}
