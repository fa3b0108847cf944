package org.evenkeel.hotpaths.analysis;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A database of its own, in memory, behind a pool of connections. */
final class Database implements AutoCloseable {

    /**
     * H2 lets equal numbers share one object, as far as a small table of the whole process still knows the other one. So how
     * many objects the same rows take depends on the order in which they were written, and drifts for minutes.
     */
    private static final String SHARED_VALUES = "h2.objectCache";

    static {
        if (System.getProperty(SHARED_VALUES) == null) {
            System.setProperty(SHARED_VALUES, "false");
        }
    }

    /** A database in memory lasts until its last connection is closed; this one is. */
    private final Connection last;

    private final HikariDataSource pool;

    /** @param connections in the pool; all are opened soon and kept */
    Database(int connections) throws SQLException {
        JdbcDataSource memory = new JdbcDataSource();
        memory.setURL("jdbc:h2:mem:analysis-" + UUID.randomUUID());
        last = memory.getConnection();
        HikariConfig config = new HikariConfig();
        config.setDataSource(memory);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(connections);
        // Connections into our own memory do not age; renewing them would only show as noise in a long run.
        config.setMaxLifetime(0);
        pool = new HikariDataSource(config);
    }

    DataSource connections() {
        return pool;
    }

    /** How many connections somebody holds. */
    int activeConnections() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    /** How many threads wait for one. */
    int waitingThreads() {
        return pool.getHikariPoolMXBean().getThreadsAwaitingConnection();
    }

    @Override
    public void close() {
        pool.close();
        try {
            last.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the database in memory did not shut down", e);
        }
    }
}
