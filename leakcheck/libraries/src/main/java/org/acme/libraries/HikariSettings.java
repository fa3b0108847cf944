package org.acme.libraries;

import com.zaxxer.hikari.HikariConfig;

/** What a pool of connections is made from. */
public final class HikariSettings {

    private HikariSettings() {}

    /** One connection to a database in memory. */
    public static HikariConfig small() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:pools");
        config.setMaximumPoolSize(1);
        return config;
    }
}
