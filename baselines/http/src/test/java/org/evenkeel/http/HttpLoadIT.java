package org.evenkeel.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code load --url} as a user runs it, on the example service and on services that misbehave. */
@Tag("commands")
class HttpLoadIT {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path BASELINES = ROOT.resolve("baselines/target/baselines.jar");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TOKEN = "Authorization: Bearer secret";

    @TempDir
    Path folder;

    private record Ended(int status, String out, String err) {}

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                BASELINES.toString(),
                "load"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
    }

    private Ended load(String... arguments) throws Exception {
        Process process = start(arguments);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Ended(
                process.exitValue(),
                Files.readString(folder.resolve("out.txt")),
                Files.readString(folder.resolve("err.txt")));
    }

    private JsonNode result(String out) throws IOException {
        return MAPPER.readTree(Files.readString(folder.resolve(out).resolve("load.json")));
    }

    private void refused(String message, String... arguments) throws Exception {
        Ended load = load(arguments);
        assertThat(load.status()).as(load.toString()).isEqualTo(2);
        assertThat(load.err().strip().lines()).hasSize(1);
        assertThat(load.err()).contains(message);
    }

    /** The example service, on a port that was free. */
    private static final class Service implements AutoCloseable {
        private final Process process;
        private final String url;

        Service(String... arguments) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    ROOT.resolve("examples/http-service/target/service-1.0.jar").toString(),
                    "--port",
                    "0"));
            command.addAll(List.of(arguments));
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
            String line = String.valueOf(lines.readLine());
            assertThat(line).startsWith("listening on ");
            url = "http://127.0.0.1:" + line.substring("listening on ".length());
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    @Test
    void exampleService_drivenWithItsToken_meetsItsObjectives_inEveryReport() throws Exception {
        // No objective on a time: a build server may be busy.
        Files.writeString(folder.resolve("calm.yaml"), """
                scenario: calm
                warmup: 1s
                phases:
                  - {name: users, closed: {users: 5}, for: 2s}
                  - {name: arrivals, open: {rate: 50/s}, for: 2s}
                objectives:
                  - {metric: errors, target: 0%}
                  - {metric: dropped, target: 0%}
                """);
        try (Service service = new Service("--token", "secret")) {
            String url = service.url + "/verification";
            Ended load = load("calm.yaml", "--url", url, "--header", TOKEN, "--out", "run");

            assertThat(load.status()).as(load.toString()).isZero();
            assertThat(load.out())
                    .contains("calm on " + url + ": no objective missed of 4", "Driver: a process of its own");
            JsonNode arrivals = result("run").at("/phases/2");
            assertThat(arrivals.path("done").asLong())
                    .isEqualTo(arrivals.path("offered").asLong())
                    .isPositive();
            assertThat(arrivals.at("/tasks/0/responseNanos/p99").asLong()).isPositive();
            // Users who wait for each answer have no response times.
            assertThat(result("run").at("/phases/1/tasks/0").has("responseNanos"))
                    .isFalse();
            for (String name : List.of(
                    "report.html", "report.md", "junit.xml", "load.csv", "seconds.csv", "jmh.json", "latencies.hlog")) {
                assertThat(folder.resolve("run").resolve(name)).as(name).isNotEmptyFile();
            }
        }
    }

    @Test
    void exampleService_withoutTheToken_failsEveryRequest_withItsStatus() throws Exception {
        try (Service service = new Service("--token", "secret")) {
            Ended load = load("smoke", "--url", service.url + "/analysis", "--duration", "2s", "--out", "run");

            assertThat(load.status()).as(load.toString()).isEqualTo(1);
            JsonNode arrivals = result("run").at("/phases/2");
            assertThat(arrivals.at("/errors/HTTP 401").asLong())
                    .isEqualTo(arrivals.path("done").asLong())
                    .isPositive();
        }
    }

    @Test
    void exampleScenario_countsMistakesApart_andTheLimitRefusesWhatIsTooMuch() throws Exception {
        String scenario = ROOT.resolve("examples/load/service.yaml").toString();
        try (Service service = new Service("--token", "secret", "--limit", "50")) {
            Ended load = load(
                    scenario,
                    "--url",
                    service.url,
                    "--header",
                    TOKEN,
                    "--duration",
                    "6s",
                    "--rate",
                    "200",
                    "--out",
                    "run");

            assertThat(load.status()).as(load.toString()).isEqualTo(1);
            JsonNode arrivals = result("run").at("/phases/2");
            assertThat(arrivals.at("/errors/HTTP 429").asLong()).isPositive();
            assertThat(arrivals.at("/errors/HTTP 405").asLong()).isPositive();
            assertThat(load.out()).contains("errors.4xx", "poor");
            for (JsonNode objective : result("run").path("objectives")) {
                if (objective.path("metric").asText().equals("errors.5xx")) {
                    assertThat(objective.path("grade").asText()).isEqualTo("target");
                }
            }
        }
    }

    @Test
    void serviceThatStalls_showsItInResponseTimes_whichServiceTimesDoNot() throws Exception {
        long start = System.nanoTime();
        try (Server server = new Server(0, (number, connection) -> {
            long place = Math.floorMod(System.nanoTime() - start, 1_000_000_000L);
            TimeUnit.NANOSECONDS.sleep(Math.max(0, 200_000_000L - place));
            Server.say(connection, Server.OK);
        })) {
            Files.writeString(folder.resolve("stall.yaml"), """
                    scenario: stall
                    phases:
                      - {name: two-callers, open: {rate: 400/s, arrivals: constant, callers: 2}, for: 6s}
                    objectives:
                      - {metric: response.p99, target: 100ms}
                      - {metric: service.p99, target: 100ms}
                    """);
            Ended load = load("stall.yaml", "--url", server.url(), "--out", "run");

            assertThat(load.status()).as(load.toString()).isEqualTo(1);
            JsonNode task = result("run").at("/phases/0/tasks/0");
            assertThat(task.at("/responseNanos/p99").asLong()).isGreaterThan(170_000_000);
            assertThat(task.at("/serviceNanos/p99").asLong()).isLessThan(100_000_000);
        }
    }

    @Test
    void serviceThatResets_isCountedApartFromItsStatuses() throws Exception {
        try (Server server = new Server(0, (number, connection) -> {
            if (number % 10 == 0) {
                connection.setSoLinger(true, 0);
                connection.close();
            } else {
                Server.say(connection, number % 10 == 1 ? "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n" : Server.OK);
            }
        })) {
            Ended load = load("smoke", "--url", server.url(), "--duration", "3s", "--out", "run");

            assertThat(load.status()).as(load.toString()).isEqualTo(1);
            JsonNode errors = result("run").at("/phases/2/errors");
            assertThat(errors.path("connection reset").asLong()).isPositive();
            assertThat(errors.path("HTTP 500").asLong()).isPositive();
        }
    }

    @Test
    void load_interrupted_reportsWhatWasMeasured() throws Exception {
        try (Server server = Server.saying(Server.OK)) {
            Process process = start("soak", "--url", server.url(), "--duration", "1h", "--out", "run");
            Path log = folder.resolve("err.txt");
            for (int i = 0; i < 600 && !Files.readString(log).contains("answered"); i++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            process.destroy();

            assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
            assertThat(result("run").path("endedBecause").asText()).contains("interrupted");
            assertThat(result("run").path("seconds")).isNotEmpty();
        }
    }

    @Test
    void soakOfAService_saysThatItsProcessWasNotLookedInto() throws Exception {
        try (Server server = Server.saying(Server.OK)) {
            Ended load = load("soak", "--url", server.url(), "--duration", "3s", "--out", "run");

            assertThat(load.status()).as(load.toString()).isEqualTo(4);
            assertThat(load.out()).contains("scripts/leakcheck watch");
        }
    }

    @Test
    void service_behindTls_isDriven() throws Exception {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "test",
                        "-dname",
                        "CN=localhost",
                        "-validity",
                        "1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "secret")
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), "secret".toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "secret".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        // Its default executor is one thread, which waits for the first request of one connection while others shake
        // hands.
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "https://localhost:" + server.getAddress().getPort() + "/";
            Ended load =
                    load("smoke", "--url", url, "--duration", "3s", "--users", "3", "--rate", "20", "--out", "run");

            assertThat(result("run").at("/phases/2/errors")).as(load.toString()).isEmpty();
            assertThat(result("run").at("/phases/2/done").asLong()).isPositive();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void wrongAddress_isRefusedInOneLine() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        refused("nobody listens on 127.0.0.1:" + port, "--url", "http://127.0.0.1:" + port + "/");
        refused("is not this machine; --allow-remote", "--url", "http://192.0.2.1/");
        refused("expected an address such as", "--url", "ftp://127.0.0.1/");
        refused("there is no host", "--url", "http://nobody.invalid/");
        refused("which --url does not", "suite-audits", "--url", "http://127.0.0.1:" + port + "/");
        refused("leave --path", "smoke", "--path", "planted", "--url", "http://127.0.0.1:" + port + "/");
        refused("expected 'Name: value'", "--url", "http://127.0.0.1:" + port + "/", "--header", "secret");
        refused(
                "expected its address",
                ROOT.resolve("examples/load/service.yaml").toString());
        refused(
                "--url takes evenkeel-http.jar",
                "--url",
                "http://127.0.0.1/",
                "--http-driver",
                "none/evenkeel-http.jar");
    }

    @Test
    void mainJar_carriesNothingOfTheDriver() throws IOException {
        try (JarFile jar = new JarFile(BASELINES.toFile())) {
            assertThat(jar.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.startsWith("io/hyperfoil/")
                                    || name.startsWith("io/netty/")
                                    || name.startsWith("io/vertx/")
                                    || name.startsWith("org/evenkeel/http/")))
                    .isEmpty();
        }
    }
}
