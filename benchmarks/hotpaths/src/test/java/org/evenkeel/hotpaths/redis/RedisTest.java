package org.evenkeel.hotpaths.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisException;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.evenkeel.hotpaths.LiveThreads;
import org.evenkeel.workload.BadPathException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The time limit only turns a hang into a failure. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RedisTest {

    @TempDir
    Path folder;

    @AfterEach
    void clearProperty() {
        System.clearProperty(Redis.URI_PROPERTY);
    }

    @Test
    @NeedsRedisServer
    void open_withoutAUri_startsAServerThatEndsWithIt() throws Exception {
        LiveThreads before = LiveThreads.now();
        int port;
        try (RedisServer server = RedisServer.start("lock=redis")) {
            port = server.port();
            System.setProperty(Redis.URI_PROPERTY, "redis://127.0.0.1:" + port);
            try (Redis redis = Redis.open("lock=redis")) {
                assertThat(Replies.await(redis.commands().set(redis.prefix() + "a", "1")))
                        .isEqualTo("OK");
                assertThat(Replies.await(redis.commands().get(redis.prefix() + "a")))
                        .isEqualTo("1");
                assertThat(Replies.await(redis.commands().get(redis.prefix() + "b")))
                        .isNull();
            }
            assertThat(accepts(port))
                    .as("a server that somebody else started stays")
                    .isTrue();
        }
        assertThat(accepts(port)).isFalse();
        assertThat(before.stillThere()).isEmpty();
    }

    @Test
    @NeedsRedisServer
    void close_twice_leavesNoThread() throws Exception {
        LiveThreads before = LiveThreads.now();
        Redis redis = Redis.open("lock=redis");

        redis.close();
        redis.close();

        assertThat(before.stillThere()).isEmpty();
    }

    @Test
    @NeedsRedisServer
    void await_whileInterrupted_hasTheAnswerAndKeepsTheInterrupt() {
        try (Redis redis = Redis.open("lock=redis")) {
            Thread.currentThread().interrupt();

            assertThat(Replies.await(redis.commands().set("a", "1"))).isEqualTo("OK");

            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    @NeedsRedisServer
    void await_whatRedisRefuses_saysWhy() {
        try (Redis redis = Redis.open("lock=redis")) {
            Replies.await(redis.commands().set("a", "no number"));

            assertThatThrownBy(() -> Replies.await(redis.commands().incr("a")))
                    .isInstanceOf(RedisException.class)
                    .hasMessageContaining("not an integer");
        }
    }

    /** Killed by a signal that it cannot see coming, so that no hook of its own runs. */
    @Test
    @NeedsRedisServer
    void server_whoseJvmIsKilled_endsToo() throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int port;
        try (BufferedReader out = jvm.inputReader(StandardCharsets.UTF_8)) {
            port = Integer.parseInt(String.valueOf(out.readLine()));
            assertThat(accepts(port)).isTrue();
        } finally {
            jvm.destroyForcibly();
        }

        long start = System.nanoTime();
        while (accepts(port) && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(60)) {
            Thread.sleep(10);
        }
        assertThat(accepts(port)).isFalse();
    }

    @Test
    void start_withoutAServer_saysWhatToDoInOneLine() {
        assertThatThrownBy(() -> RedisServer.start("lock=redis", folder + File.pathSeparator))
                .isInstanceOf(BadPathException.class)
                .hasMessageStartingWith("lock=redis needs a Redis")
                .hasMessageContaining("apt-get install redis-server")
                .hasMessageContaining("--redis URI")
                .hasMessageNotContaining("\n");
    }

    @Test
    void start_ofAServerThatFails_saysWhatItSaid() throws IOException {
        Path broken = folder.resolve("redis-server");
        Files.write(broken, List.of("#!/bin/sh", "echo cannot allocate anything", "exit 1"));
        assertThat(broken.toFile().setExecutable(true)).isTrue();

        assertThatThrownBy(() -> RedisServer.start("lock=redis", folder.toString()))
                .isInstanceOf(BadPathException.class)
                .hasMessageContaining(broken.toString())
                .hasMessageContaining("cannot allocate anything")
                .hasMessageNotContaining("\n");
    }

    @Test
    void open_uriThatIsNone_saysWhatWasExpected() {
        System.setProperty(Redis.URI_PROPERTY, "over there");

        assertThatThrownBy(() -> Redis.open("lock=redis"))
                .isInstanceOf(BadPathException.class)
                .hasMessageContaining("redis://localhost:6379")
                .hasMessageContaining("\"over there\"");
    }

    @Test
    void open_whereNothingListens_saysSoAndLeavesNoThread() throws Exception {
        LiveThreads before = LiveThreads.now();
        System.setProperty(Redis.URI_PROPERTY, "redis://127.0.0.1:1");

        assertThatThrownBy(() -> Redis.open("lock=redis"))
                .isInstanceOf(BadPathException.class)
                .hasMessageContaining("no Redis answers at 127.0.0.1:1")
                .hasMessageContaining("--redis URI")
                .hasMessageNotContaining("\n");
        assertThat(before.stillThere()).isEmpty();
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Starts a server, says where, and waits to be killed. */
    public static final class Victim {
        private Victim() {}

        /** Started in a JVM of its own. */
        public static void main(String[] args) throws IOException {
            try (RedisServer server = RedisServer.start("lock=redis")) {
                System.out.println(server.port());
                System.in.read();
            }
        }
    }
}
