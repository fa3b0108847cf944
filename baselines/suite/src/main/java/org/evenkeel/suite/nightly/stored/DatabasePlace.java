package org.evenkeel.suite.nightly.stored;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.evenkeel.kernel.BadInputException;

/**
 * Where a database is and how to get in. The place has no password in it, because it stands in process lists and in messages;
 * that comes from {@code PGPASSWORD}, or from the file that {@code psql} reads as well, {@code ~/.pgpass} or {@code PGPASSFILE}.
 *
 * @param url as the driver takes it
 * @param variables the environment of the process
 */
record DatabasePlace(String url, Map<String, String> variables) {

    private static final String PREFIX = "jdbc:postgresql:";

    /** Ways to write a password into a place; {@code user:password@} is one that the driver does not know, but people do. */
    private static final Pattern SECRET = Pattern.compile("(?i)[?&](ssl)?password=|//[^/?]*@");

    /** Nothing waits for ever: neither for a host that is not there, nor for one that stopped answering. */
    private static final String CONNECT_SECONDS = "10";

    private static final String ANSWER_SECONDS = "300";

    /**
     * @throws BadInputException when it is no such place, or has a password in it, which the message does not repeat
     */
    DatabasePlace {
        variables = Map.copyOf(variables);
        if (SECRET.matcher(url).find()) {
            throw new BadInputException("--history: expected a database without user and password in its name, found"
                    + " either in it; give them by PGUSER and PGPASSWORD, or in ~/.pgpass");
        }
        if (!url.startsWith(PREFIX)) {
            throw new BadInputException("--history " + url.split("[?]", 2)[0]
                    + ": expected a folder or jdbc:postgresql://HOST:PORT/DATABASE, found a database of another kind");
        }
    }

    /** The place without its parameters. */
    String shown() {
        return url.split("[?]", 2)[0];
    }

    /**
     * Opens a connection, in which nothing is done until it is committed.
     *
     * @throws SQLException when nobody answers, or lets us in
     */
    Connection open() throws SQLException {
        Connection connection = DriverManager.getConnection(url, properties());
        connection.setAutoCommit(false);
        return connection;
    }

    /** What the driver is told. */
    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("loginTimeout", CONNECT_SECONDS);
        properties.setProperty("socketTimeout", ANSWER_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("ApplicationName", "evenkeel");
        put(properties, "user", "PGUSER");
        put(properties, "password", "PGPASSWORD");
        return properties;
    }

    private void put(Properties properties, String name, String variable) {
        String value = variables.getOrDefault(variable, "");
        if (!value.isEmpty()) {
            properties.setProperty(name, value);
        }
    }

    /** What went wrong, for one line. */
    BadInputException refused(String what, SQLException e) {
        String state = String.valueOf(e.getSQLState());
        String reason =
                String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
        String toDo = switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "28" -> "; give user and password by PGUSER and PGPASSWORD, or in ~/.pgpass";
            case "08" -> "; is it there, and does a firewall let this host in?";
            case "42" ->
                state.equals("42501")
                        ? "; have the owner grant it"
                        : "; scripts/history prepare makes its tables, as their owner";
            default -> "";
        };
        return new BadInputException(what + " " + shown() + ": " + reason + toDo, e);
    }
}
