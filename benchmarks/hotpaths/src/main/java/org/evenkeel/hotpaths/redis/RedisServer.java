package org.evenkeel.hotpaths.redis;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.evenkeel.workload.BadPathException;

/** A {@code redis-server} of this machine, on a free port of the loopback interface, that lives no longer than this JVM. */
final class RedisServer implements AutoCloseable {

    /**
     * Starts the server and waits for it. Beside it waits a reader of standard input, which is a pipe from the JVM: when
     * the JVM closes it, or ends in whatever way, the read ends and takes the server and its folder along. The log of a
     * server that ended by itself stays. An interrupt from the terminal goes to the JVM, which decides what becomes of
     * the server.
     */
    private static final String GUARD = """
            trap '' INT HUP TERM
            folder=$1
            shift
            exec 3<&0
            "$@" </dev/null >"$folder/server.log" 2>&1 3<&- &
            server=$!
            { cat <&3; kill "$server" && rm -r "$folder"; } >/dev/null 2>&1 &
            exec 3<&-
            wait "$server"
            """;

    private static final int ATTEMPTS = 5;
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final Process guard;
    private final Path folder;
    private final int port;

    private RedisServer(Process guard, Path folder, int port) {
        this.guard = guard;
        this.folder = folder;
        this.port = port;
    }

    private Path log() {
        return folder.resolve("server.log");
    }

    /**
     * Starts the {@code redis-server} that is first on the {@code PATH}.
     *
     * @param wantedBy the setting that wants it, for the message
     * @throws BadPathException when there is none, or it does not start
     */
    static RedisServer start(String wantedBy) {
        return start(wantedBy, searchPath());
    }

    /** The {@code PATH}; empty where there is none. */
    static String searchPath() {
        return Optional.ofNullable(System.getenv("PATH")).orElse("");
    }

    /** The first {@code redis-server} in these folders. */
    static Optional<Path> find(String searchPath) {
        return Stream.of(searchPath.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "redis-server"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param searchPath folders, joined as in {@code PATH} */
    static RedisServer start(String wantedBy, String searchPath) {
        Path program = find(searchPath)
                .orElseThrow(() -> new BadPathException(wantedBy + " needs a Redis, and there is no redis-server on the"
                        + " PATH; install it (Debian: apt-get install redis-server), or name one with --redis URI"));
        String failure = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return launch(program);
            } catch (IOException e) {
                failure = String.valueOf(e.getMessage());
            }
        }
        throw new BadPathException(wantedBy + ": " + program + " does not start (" + failure
                + "); start a Redis yourself and name it with --redis URI");
    }

    private static RedisServer launch(Path program) throws IOException {
        Path folder = Files.createTempDirectory("evenkeel-redis-");
        int port = freePort();
        List<String> command = List.of(
                "sh",
                "-c",
                GUARD,
                "guard",
                folder.toString(),
                program.toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--dir",
                folder.toString(),
                "--save",
                "",
                "--appendonly",
                "no",
                "--daemonize",
                "no");
        RedisServer server = new RedisServer(
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start(),
                folder,
                port);
        try {
            server.awaitReady();
            return server;
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Free at this moment; somebody else may be faster, and then another one is tried. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException {
        long start = System.nanoTime();
        while (true) {
            // Asked before the log is read, so that the last words of a server that has ended are in it.
            boolean ended = !guard.isAlive();
            List<String> lines = Files.exists(log()) ? Files.readAllLines(log()) : List.of();
            if (lines.stream().anyMatch(line -> line.contains("eady to accept connections"))) {
                return;
            }
            if (ended || System.nanoTime() - start > START_NANOS) {
                throw new IOException(lines.isEmpty() ? "it says nothing" : lines.get(lines.size() - 1));
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while it started", e);
            }
        }
    }

    int port() {
        return port;
    }

    /** Stops the server and waits for its end. */
    @Override
    public void close() {
        try {
            guard.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean interrupted = false;
        while (true) {
            try {
                if (!guard.waitFor(20, TimeUnit.SECONDS)) {
                    guard.destroyForcibly();
                }
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        removeFolder();
    }

    private void removeFolder() {
        try {
            Files.deleteIfExists(log());
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
