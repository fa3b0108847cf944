package org.evenkeel.hotpaths.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.evenkeel.workload.BadPathException;
import org.jspecify.annotations.Nullable;

/** A connection to Redis, and the server as well where it was started for it. */
public final class Redis implements AutoCloseable {

    /** The system property that names the Redis to use. */
    public static final String URI_PROPERTY = "evenkeel.redis";

    /** Without an answer for so long, a command fails: a path must not hang on a server that is gone. */
    private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(10);

    private final RedisURI uri;
    private final @Nullable RedisServer server;
    private final ClientResources resources;
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;
    private final String prefix = "evenkeel:" + UUID.randomUUID() + ':';
    private final AtomicBoolean closed = new AtomicBoolean();

    private Redis(RedisURI uri, @Nullable RedisServer server) {
        this.uri = uri;
        this.server = server;
        // Two is the least that the client takes; the callers are the ones who do the work.
        resources = DefaultClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .build();
        client = RedisClient.create(resources, uri);
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                .timeoutOptions(TimeoutOptions.enabled(COMMAND_TIMEOUT))
                .build());
        try {
            connection = client.connect();
        } catch (RuntimeException e) {
            disconnect();
            throw e;
        }
    }

    /**
     * Connects to the Redis of {@value #URI_PROPERTY}, or to one that is started for the purpose.
     *
     * @param wantedBy the setting that wants it, as it stands in the path's spec, such as {@code lock=redis}
     * @throws BadPathException when there is no Redis to be had, with what to do about it
     */
    public static Redis open(String wantedBy) {
        String named = System.getProperty(URI_PROPERTY);
        return named == null || named.isBlank() ? start(wantedBy) : connect(wantedBy, named);
    }

    private static Redis connect(String wantedBy, String named) {
        RedisURI uri;
        try {
            uri = RedisURI.create(named);
        } catch (IllegalArgumentException e) {
            throw new BadPathException(wantedBy + ": expected a URI such as redis://localhost:6379 in " + URI_PROPERTY
                    + ", found \"" + named + "\"");
        }
        try {
            return new Redis(uri, null);
        } catch (RedisConnectionException e) {
            throw new BadPathException(wantedBy + ": no Redis answers at " + uri.getHost() + ":" + uri.getPort() + " ("
                    + reason(e) + "); start it, name another with --redis URI, or name none and have one started");
        }
    }

    private static Redis start(String wantedBy) {
        RedisServer server = RedisServer.start(wantedBy);
        try {
            return new Redis(RedisURI.create("127.0.0.1", server.port()), server);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    /** Commands on the connection that all callers share; none of them may block in Redis. */
    public RedisAsyncCommands<String, String> commands() {
        return connection.async();
    }

    /**
     * Another connection, for one who blocks in Redis. It ends with this one at the latest. An interrupt does not keep it
     * from coming about, and the thread stays interrupted.
     */
    StatefulRedisConnection<String, String> connectAnother() {
        return client.connectAsync(StringCodec.UTF8, uri).toCompletableFuture().join();
    }

    /** What the keys of this run begin with; no other run's keys do. */
    public String prefix() {
        return prefix;
    }

    /** Ends the connections, and the server if it was started for them. A second call does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            disconnect();
            if (server != null) {
                server.close();
            }
        }
    }

    private void disconnect() {
        client.shutdown(0, 10, TimeUnit.SECONDS);
        resources.shutdown(0, 10, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
