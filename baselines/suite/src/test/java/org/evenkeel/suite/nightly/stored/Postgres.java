package org.evenkeel.suite.nightly.stored;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server of Debian's package, of this test alone: data in a temporary folder, a free port of this machine. */
final class Postgres implements AutoCloseable {

    static final String OWNER = "owner";
    static final String PASSWORD = "not-to-be-seen";

    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    private final Path bin;
    private final Path folder;
    private final int port;

    private Postgres(Path bin, Path folder, int port) {
        this.bin = bin;
        this.folder = folder;
        this.port = port;
    }

    /** The programs of the newest version that is installed. */
    static Optional<Path> programs() {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Postgres start() throws Exception {
        Path folder = Files.createTempDirectory("evenkeel-postgres");
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Postgres server = new Postgres(programs().orElseThrow(), folder, port);
        Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        if (isRoot()) {
            // The server refuses to run as root, which a container's tests often are.
            run(List.of("chown", "-R", "postgres", folder.toString()));
        }
        server.program(
                "initdb", "-D", server.data(), "-U", OWNER, "-A", "scram-sha-256", "--pwfile", folder + "/password");
        server.program(
                "pg_ctl",
                "-D",
                server.data(),
                "-w",
                "-l",
                folder + "/log",
                "-o",
                "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1 -c fsync=off",
                "start");
        return server;
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    int port() {
        return port;
    }

    String url() {
        return url(port);
    }

    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    /** The environment of somebody who may do everything. */
    static Map<String, String> owner() {
        return Map.of("PGUSER", OWNER, "PGPASSWORD", PASSWORD);
    }

    /** The history in the database as somebody sees it. */
    DatabaseHistory history(Map<String, String> variables) {
        return new DatabaseHistory(new DatabasePlace(url(), variables));
    }

    void sql(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), OWNER, PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    /** How many rows a query gives. */
    int rows(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), OWNER, PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private void program(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(bin.resolve(name).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("evenkeel-postgres", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/tmp").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        String text = Files.readString(said, StandardCharsets.UTF_8);
        Files.delete(said);
        if (!ended || process.exitValue() != 0) {
            throw new IllegalStateException(command + ": " + text);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            program("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
