package org.evenkeel.hotpaths.analysis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Keeps analyses in a table with one row for each clip, which is overwritten.
 *
 * <p>One statement both raises the revision and tells what it now is: two threads that save the same clip never get the
 * same revision, and there is no transaction to hold open. A connection is held for that statement and never while
 * something is computed.
 */
final class JdbcAnalysisStore implements AnalysisStore {

    private static final String SAVE = """
            SELECT revision FROM FINAL TABLE (
                UPDATE analysis
                SET revision = revision + 1, rms = ?, centroid_hz = ?, rolloff_hz = ?, flatness = ?
                WHERE clip = ?)
            """;

    private static final String FIND = """
            SELECT revision, rms, centroid_hz, rolloff_hz, flatness FROM analysis
            WHERE clip = ? AND revision > 0
            """;

    private final DataSource database;

    /** @param database with the table that {@link #createTable} makes */
    JdbcAnalysisStore(DataSource database) {
        this.database = database;
    }

    /** Makes the table, with a row of revision 0 for each clip: it is there, and was never analysed. */
    static void createTable(DataSource database, int clips) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement create = connection.prepareStatement("""
                        CREATE TABLE analysis (
                            clip INTEGER PRIMARY KEY,
                            revision BIGINT NOT NULL,
                            rms DOUBLE PRECISION,
                            centroid_hz DOUBLE PRECISION,
                            rolloff_hz DOUBLE PRECISION,
                            flatness DOUBLE PRECISION)
                        """)) {
            create.execute();
            try (PreparedStatement fill = connection.prepareStatement(
                    "INSERT INTO analysis (clip, revision) SELECT x, 0 FROM SYSTEM_RANGE(0, ?)")) {
                fill.setInt(1, clips - 1);
                fill.executeUpdate();
            }
        }
    }

    @Override
    public Analysis save(int clip, SpectralFeatures features) {
        try (Connection connection = database.getConnection();
                PreparedStatement save = connection.prepareStatement(SAVE)) {
            save.setDouble(1, features.rms());
            save.setDouble(2, features.centroidHz());
            save.setDouble(3, features.rolloffHz());
            save.setDouble(4, features.flatness());
            save.setInt(5, clip);
            try (ResultSet saved = save.executeQuery()) {
                if (!saved.next()) {
                    throw new SQLException("there is no clip " + clip);
                }
                return new Analysis(clip, saved.getLong(1), features);
            }
        } catch (SQLException e) {
            throw new StoreFailedException("the analysis of clip " + clip + " was not saved", e);
        }
    }

    @Override
    public Optional<Analysis> find(int clip) {
        try (Connection connection = database.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setInt(1, clip);
            try (ResultSet found = find.executeQuery()) {
                return found.next() ? Optional.of(analysis(clip, found)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StoreFailedException("the analysis of clip " + clip + " cannot be read", e);
        }
    }

    private static Analysis analysis(int clip, ResultSet row) throws SQLException {
        return new Analysis(
                clip,
                row.getLong(1),
                new SpectralFeatures(row.getDouble(2), row.getDouble(3), row.getDouble(4), row.getDouble(5)));
    }
}
