package org.evenkeel.compare.stored;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.Environment.Difference;
import org.evenkeel.compare.samples.Session;

/**
 * The sessions that were recorded under one name in one environment.
 *
 * @param name as given when they were recorded
 * @param area whether they are shared or of this machine alone
 * @param folder what holds one folder per session
 * @param sessionFolders oldest first, at least one
 * @param environment of the newest session
 */
public record Baseline(String name, Area area, Path folder, List<Path> sessionFolders, Environment environment) {

    public Baseline {
        sessionFolders = List.copyOf(sessionFolders);
        if (sessionFolders.isEmpty()) {
            throw new IllegalArgumentException("baseline " + name + " has no session");
        }
    }

    /** Reads all sessions. */
    public List<Session> sessions() {
        return sessionFolders.stream().map(SessionFiles::run).toList();
    }

    /** When the newest session was recorded. */
    public Instant newest() {
        return SessionName.time(sessionFolders.get(sessionFolders.size() - 1));
    }

    /** When the oldest session was recorded. */
    public Instant oldest() {
        return SessionName.time(sessionFolders.get(0));
    }

    /** The facts that differ from the environment of a session; times can be compared only if there is none. */
    public SortedMap<String, Difference> differencesTo(SortedMap<String, String> facts) {
        return new TreeMap<>(Environment.differences(environment.identity(), facts));
    }

    /** The two places a baseline can be. */
    public enum Area {
        /** What one machine recorded for itself; not committed. */
        LOCAL("local"),
        /** Committed, and shared with everybody. */
        STORED("stored");

        private final String folder;

        Area(String folder) {
            this.folder = folder;
        }

        /** The folder's name in the store. */
        public String folder() {
            return folder;
        }
    }
}
