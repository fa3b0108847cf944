package org.evenkeel.hotpaths.analysis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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

    private static final String RESTORE = """
            UPDATE analysis
            SET revision = ?, rms = ?, centroid_hz = ?, rolloff_hz = ?, flatness = ?
            WHERE clip = ?
            """;

    /**
     * Analyses that each clip had before at least. All rows share H2's objects for the numbers below 100, and each has one of
     * its own beyond; revisions that pass 100, clip by clip, look like growth for the first million requests.
     */
    private static final long ANALYSES_BEFORE = 1_000;

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

    /** Fills the table as it is after years of service: each clip was analysed often, and is no longer new to the database. */
    static void restore(DataSource database, List<SpectralFeatures> featuresOfClips) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement restore = connection.prepareStatement(RESTORE)) {
            for (int clip = 0; clip < featuresOfClips.size(); clip++) {
                SpectralFeatures features = featuresOfClips.get(clip);
                restore.setLong(1, ANALYSES_BEFORE + clip);
                restore.setDouble(2, features.rms());
                restore.setDouble(3, features.centroidHz());
                restore.setDouble(4, features.rolloffHz());
                restore.setDouble(5, features.flatness());
                restore.setInt(6, clip);
                restore.executeUpdate();
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
