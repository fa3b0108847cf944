package org.evenkeel.hotpaths.redis;

/** The {@code redis-server} of this machine. */
public final class InstalledRedis {

    private InstalledRedis() {}

    /** Whether there is one. */
    public static boolean isThere() {
        return RedisServer.find(RedisServer.searchPath()).isPresent();
    }
}
