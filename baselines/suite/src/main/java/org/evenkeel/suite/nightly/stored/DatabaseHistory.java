package org.evenkeel.suite.nightly.stored;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.verdict.Alarm;

/**
 * A history in PostgreSQL, that a team writes into and reads.
 *
 * <p>Everything that is appended at once is one transaction, so a connection that is lost half-way leaves nothing, and two
 * writers wait for each other only where they store the same night. A role that may only insert can append; to judge needs
 * the right to read.
 *
 * @param database where it is
 */
record DatabaseHistory(DatabasePlace database) implements NightStore {

    static DatabaseHistory at(String url) {
        return new DatabaseHistory(new DatabasePlace(url, System.getenv()));
    }

    @Override
    public String place() {
        return database.shown();
    }

    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    private <T> T connected(String what, Work<T> work) {
        try (Connection connection = database.open()) {
            DatabaseSchema.require(connection, place());
            T done = work.in(connection);
            connection.commit();
            return done;
        } catch (SQLException e) {
            throw database.refused(what, e);
        }
    }

    @Override
    public int append(List<StoredNight> nights) {
        try {
            return connected("the history in", connection -> new DatabaseWriter(connection).append(nights));
        } catch (BadInputException e) {
            throw new BadInputException(
                    "cannot append to " + e.getMessage() + "; what was there is unchanged, and nothing is half-written",
                    e);
        }
    }

    @Override
    public List<StoredNight> nights() {
        return connected("cannot read the history in", connection -> {
            DatabaseReader reader = new DatabaseReader(connection);
            return reader.withResults(reader.heads());
        });
    }

    @Override
    public List<StoredNight> heads() {
        return connected("cannot read the history in", connection -> new DatabaseReader(connection).heads());
    }

    /** Only what the newest machine measured is fetched: a team has ten. */
    @Override
    public History history() {
        return connected("cannot read the history in", connection -> {
            DatabaseReader reader = new DatabaseReader(connection);
            List<StoredNight> heads = reader.heads();
            if (heads.isEmpty()) {
                return NightStore.ofNewestMachine(heads);
            }
            SortedMap<String, String> newest =
                    heads.get(heads.size() - 1).night().environment();
            return NightStore.ofNewestMachine(reader.withResults(heads.stream()
                    .filter(head ->
                            NightStore.isSameMachine(newest, head.night().environment()))
                    .toList()));
        });
    }

    /** A transaction is there or is not. */
    @Override
    public int damaged() {
        return 0;
    }

    @Override
    public void requireWritable() {
        boolean may = connected("cannot use the history in", connection -> {
            try (PreparedStatement ask = connection.prepareStatement(
                            "select has_table_privilege('night', 'insert')"
                                    + " and has_table_privilege('series', 'insert') and has_table_privilege('result', 'insert')");
                    ResultSet answer = ask.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        });
        if (!may) {
            throw new BadInputException("--history " + place()
                    + ": expected a role that may insert into night, series and result, found one that may not; have the"
                    + " owner grant it");
        }
    }

    @Override
    public Path lockFolder() {
        UUID name = UUID.nameUUIDFromBytes(place().getBytes(StandardCharsets.UTF_8));
        return Path.of(System.getProperty("java.io.tmpdir"), "evenkeel-history-" + name);
    }

    @Override
    public void keep(List<Alarm> alarms) {
        if (alarms.isEmpty()) {
            return;
        }
        Map<Integer, String> ids =
                heads().stream().collect(Collectors.toMap(head -> head.night().run(), StoredNight::id));
        int unused = connected(
                "cannot write alarms into the history in",
                connection -> new DatabaseWriter(connection).keep(alarms, ids));
    }
}
