package org.evenkeel.suite.nightly.stored;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.suite.nightly.verdict.Alarm;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * Writes nights in one transaction. It reads nothing, so that a role which may only insert is enough: what is there already is
 * left alone by the database itself, and keys follow from what they name.
 *
 * @param connection is committed by whoever opened it
 */
record DatabaseWriter(Connection connection) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String NIGHT = "insert into night (key, id, epoch_millis, commit_id, environment, speed,"
            + " import_signature) values (?, ?, ?, ?, ?::jsonb, ?::jsonb, ?) on conflict do nothing";

    private static final String SERIES =
            "insert into series (key, benchmark, mode, threads, params, metric, unit, kind,"
                    + " direction) values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?) on conflict do nothing";

    private static final String ALARM = "insert into alarm (night, series, kind, relative_change, absolute_change,"
            + " since_millis, since_commit) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

    /** Appends nights; gives how many were new. */
    int append(List<StoredNight> nights) throws SQLException {
        int added = 0;
        SortedMap<UUID, SeriesLine> series = new TreeMap<>();
        StringBuilder results = new StringBuilder();
        for (StoredNight night : nights) {
            if (add(night)) {
                added++;
                addResults(night, series, results);
            }
        }
        // In the order of their keys: two writers that add the same ones wait for each other, and not in a circle.
        addSeries(series);
        if (added > 0) {
            copy(results.toString());
        }
        return added;
    }

    static UUID keyOf(StoredNight night) {
        return keyOf(night.id());
    }

    private static UUID keyOf(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private boolean add(StoredNight night) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(NIGHT)) {
            insert.setObject(1, keyOf(night));
            insert.setString(2, night.id());
            insert.setLong(3, night.night().epochMillis());
            insert.setString(4, night.night().commit());
            insert.setString(5, json(night.night().environment()));
            insert.setString(6, json(night.night().speed()));
            if (NightId.isImported(night)) {
                insert.setString(7, NightId.signature(night));
            } else {
                insert.setNull(7, Types.VARCHAR);
            }
            return insert.executeUpdate() == 1;
        }
    }

    private static void addResults(StoredNight night, SortedMap<UUID, SeriesLine> series, StringBuilder text) {
        UUID key = keyOf(night);
        int position = 0;
        for (StoredNight.Result result : night.results()) {
            SeriesLine line = new SeriesLine(result.identity(), result.metric());
            UUID name = keyOf(text(line));
            series.put(name, line);
            text.append(key)
                    .append('\t')
                    .append(name)
                    .append('\t')
                    .append(position)
                    .append("\t{");
            for (int i = 0; i < result.forks().size(); i++) {
                text.append(i == 0 ? "" : ",")
                        .append(MonthFile.rounded(result.forks().get(i)));
            }
            text.append("}\n");
            position++;
        }
    }

    private void addSeries(SortedMap<UUID, SeriesLine> series) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(SERIES)) {
            for (Map.Entry<UUID, SeriesLine> one : series.entrySet()) {
                SeriesLine line = one.getValue();
                Metric metric = line.metric();
                insert.setObject(1, one.getKey());
                insert.setString(2, line.identity().benchmark());
                insert.setString(3, line.identity().mode());
                insert.setInt(4, line.identity().threads());
                insert.setString(5, json(line.identity().params()));
                insert.setString(6, metric.name());
                insert.setString(7, metric.unit());
                insert.setString(8, metric.kind().name());
                insert.setString(9, metric.direction().name());
                insert.addBatch();
            }
            int[] unused = insert.executeBatch();
        }
    }

    private void copy(String results) throws SQLException {
        try {
            CopyManager copies = new CopyManager(connection.unwrap(BaseConnection.class));
            long unused =
                    copies.copyIn("copy result (night, series, position, forks) from stdin", new StringReader(results));
        } catch (IOException e) {
            throw new SQLException("the connection was lost: " + e.getMessage(), "08006", e);
        }
    }

    /**
     * Keeps alarms; gives how many.
     *
     * @param ids of the nights, by number
     */
    int keep(List<Alarm> alarms, Map<Integer, String> ids) throws SQLException {
        int kept = 0;
        try (PreparedStatement insert = connection.prepareStatement(ALARM)) {
            for (Alarm alarm : alarms) {
                String id = ids.get(alarm.raisedInRun());
                List<UUID> series = id == null ? List.of() : seriesOf(alarm);
                for (UUID one : series) {
                    insert.setObject(1, keyOf(String.valueOf(id)));
                    insert.setObject(2, one);
                    insert.setString(3, alarm.kind().name());
                    insert.setDouble(4, alarm.relativeChange());
                    if (alarm.absoluteChange().isPresent()) {
                        insert.setDouble(5, alarm.absoluteChange().getAsDouble());
                    } else {
                        insert.setNull(5, Types.DOUBLE);
                    }
                    if (alarm.night().isPresent()) {
                        insert.setLong(6, alarm.night().get().epochMillis());
                        insert.setString(7, alarm.night().get().commit());
                    } else {
                        insert.setNull(6, Types.BIGINT);
                        insert.setNull(7, Types.VARCHAR);
                    }
                    kept += insert.executeUpdate();
                }
            }
        }
        return kept;
    }

    /** The series of an alarm, which knows its identity and not its unit. */
    private List<UUID> seriesOf(Alarm alarm) throws SQLException {
        List<UUID> keys = new ArrayList<>();
        try (PreparedStatement ask =
                connection.prepareStatement("select key from series where benchmark = ? and mode = ?"
                        + " and threads = ? and params = ?::jsonb and metric = ?")) {
            ask.setString(1, alarm.identity().benchmark());
            ask.setString(2, alarm.identity().mode());
            ask.setInt(3, alarm.identity().threads());
            ask.setString(4, json(alarm.identity().params()));
            ask.setString(5, alarm.identity().metric());
            try (ResultSet found = ask.executeQuery()) {
                while (found.next()) {
                    keys.add(found.getObject(1, UUID.class));
                }
            }
        }
        return keys;
    }

    private static String text(SeriesLine line) {
        try {
            return line.text();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that cannot be written", e);
        }
    }

    private static String json(Map<String, String> facts) {
        try {
            return MAPPER.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map that cannot be written", e);
        }
    }
}
