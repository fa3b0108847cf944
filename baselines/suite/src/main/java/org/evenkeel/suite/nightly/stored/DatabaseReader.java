package org.evenkeel.suite.nightly.stored;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.evenkeel.compare.samples.Direction;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.suite.nightly.samples.Night;

/**
 * Reads nights.
 *
 * @param connection in one transaction, so that a night which comes meanwhile is not seen by half
 */
record DatabaseReader(Connection connection) {

    private static final int ROWS_AT_ONCE = 20_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> FACTS = new TypeReference<>() {};

    private record Placed(int position, StoredNight.Result result) {}

    /** All nights in their order, without results. */
    List<StoredNight> heads() throws SQLException {
        List<StoredNight> heads = new ArrayList<>();
        try (PreparedStatement ask = connection.prepareStatement(
                        "select id, run, epoch_millis, commit_id, environment, speed from night order by run");
                ResultSet rows = ask.executeQuery()) {
            while (rows.next()) {
                heads.add(new StoredNight(
                        rows.getString(1),
                        new Night(
                                rows.getInt(2),
                                rows.getLong(3),
                                rows.getString(4),
                                facts(rows.getString(5)),
                                facts(rows.getString(6))),
                        List.of()));
            }
        }
        List<StoredNight> ordered = NightOrder.of(heads);
        List<StoredNight> numbered = new ArrayList<>();
        for (int run = 0; run < ordered.size(); run++) {
            // What was rolled back has taken numbers with it; a folder has no such gaps.
            numbered.add(ordered.get(run).numbered(run));
        }
        return numbered;
    }

    /** The same nights with their results. */
    List<StoredNight> withResults(List<StoredNight> heads) throws SQLException {
        Map<UUID, SeriesLine> series = series();
        Map<UUID, List<Placed>> results = new HashMap<>();
        UUID[] keys = heads.stream().map(DatabaseWriter::keyOf).toArray(UUID[]::new);
        try (PreparedStatement ask =
                connection.prepareStatement("select night, series, position, forks from result where night = any(?)")) {
            ask.setFetchSize(ROWS_AT_ONCE);
            ask.setArray(1, connection.createArrayOf("uuid", keys));
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    SeriesLine line = series.get(rows.getObject(2, UUID.class));
                    if (line != null) {
                        results.computeIfAbsent(rows.getObject(1, UUID.class), absent -> new ArrayList<>())
                                .add(new Placed(
                                        rows.getInt(3),
                                        new StoredNight.Result(line.identity(), line.metric(), List.of((Double[])
                                                rows.getArray(4).getArray()))));
                    }
                }
            }
        }
        List<StoredNight> nights = new ArrayList<>();
        for (StoredNight head : heads) {
            List<Placed> own = results.getOrDefault(DatabaseWriter.keyOf(head), List.of());
            nights.add(new StoredNight(
                    head.id(),
                    head.night(),
                    own.stream()
                            .sorted(Comparator.comparingInt(Placed::position))
                            .map(Placed::result)
                            .toList()));
        }
        return nights;
    }

    private Map<UUID, SeriesLine> series() throws SQLException {
        Map<UUID, SeriesLine> all = new HashMap<>();
        try (PreparedStatement ask = connection.prepareStatement(
                        "select key, benchmark, mode, threads, params, metric, unit, kind, direction from series");
                ResultSet rows = ask.executeQuery()) {
            while (rows.next()) {
                Metric metric = new Metric(
                        rows.getString(6),
                        rows.getString(7),
                        MetricKind.valueOf(rows.getString(8)),
                        Direction.valueOf(rows.getString(9)));
                Identity identity = new Identity(
                        rows.getString(2), rows.getString(3), rows.getInt(4), facts(rows.getString(5)), metric.name());
                all.put(rows.getObject(1, UUID.class), new SeriesLine(identity, metric));
            }
        }
        return all;
    }

    private static TreeMap<String, String> facts(String json) throws SQLException {
        try {
            return MAPPER.readValue(json, FACTS);
        } catch (JsonProcessingException e) {
            throw new SQLException("expected texts by name, found " + json, "22000", e);
        }
    }
}
