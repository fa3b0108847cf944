package org.evenkeel.suite.nightly.stored;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.evenkeel.kernel.BadInputException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * The tables of a history. Only their owner makes or changes them, by {@code scripts/history prepare}; whoever merely uses
 * them needs no such right, and finds the version in the comment of a table, which everybody may read.
 */
public final class DatabaseSchema {

    private static final String VERSION = "evenkeel history 1";
    private static final String MIGRATIONS = "classpath:org/evenkeel/suite/nightly/stored/migrations";

    /** Held, as its level is forgotten with it: a command that does what it was asked to has one line to say. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private DatabaseSchema() {}

    /**
     * Makes the tables, or brings them to this version.
     *
     * @param url the place of the database
     * @return how many steps that took; 0 when it was all there
     * @throws BadInputException when it cannot be done
     */
    public static int prepare(String url) {
        return prepare(DatabaseHistory.at(url).database());
    }

    /** The same of a place with an environment of its own. */
    static int prepare(DatabasePlace place) {
        Properties properties = place.properties();
        FLYWAY.setLevel(Level.SEVERE);
        try {
            MigrateResult result = Flyway.configure()
                    .dataSource(place.url(), properties.getProperty("user"), properties.getProperty("password"))
                    .locations(MIGRATIONS)
                    .connectRetries(0)
                    .load()
                    .migrate();
            return result.migrationsExecuted;
        } catch (FlywayException e) {
            throw new BadInputException(
                    "cannot prepare " + place.shown() + ": " + reason(e) + "; ask as a role that may create tables", e);
        }
    }

    private static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    /**
     * Makes sure that the tables are those of this version.
     *
     * @throws BadInputException when they are not
     */
    static void require(Connection connection, String place) throws SQLException {
        try (PreparedStatement ask =
                        connection.prepareStatement("select obj_description(to_regclass('night'), 'pg_class')");
                ResultSet answer = ask.executeQuery()) {
            String version = answer.next() ? answer.getString(1) : null;
            if (!VERSION.equals(version)) {
                throw new BadInputException(
                        "--history " + place + ": expected the tables of \"" + VERSION + "\", found "
                                + (version == null ? "none" : "those of \"" + version + '"')
                                + "; scripts/history prepare --history " + place + " makes them, as their owner");
            }
        }
    }
}
