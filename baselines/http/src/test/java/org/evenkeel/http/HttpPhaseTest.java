package org.evenkeel.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.evenkeel.suite.load.run.worker.Counted;
import org.evenkeel.suite.load.run.worker.Counts;
import org.evenkeel.suite.load.run.worker.Order;
import org.evenkeel.suite.load.run.worker.PhaseOrder;
import org.evenkeel.suite.load.run.worker.Running;
import org.evenkeel.suite.load.run.worker.Think;
import org.evenkeel.suite.load.run.worker.WebRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The driver in this JVM, on services whose answer is known. */
class HttpPhaseTest {

    private static final long MILLI = 1_000_000;
    private static final int TIMEOUT_MILLIS = 10_000;

    /** The first requests of a JVM load classes, which no theory of stalls has in it. */
    @BeforeAll
    static void warmUp() throws Exception {
        HttpDriver.hush();
        try (Server server = Server.saying(Server.OK)) {
            run(server.url(), open(2_000, 200, 500));
        }
    }

    private static Order order(WebRequest request, Think think) {
        return new Order(
                1,
                false,
                1000,
                List.of(new Order.Target(false, request.text())),
                List.of(new Order.User("user", 1, think, List.of(new Order.Task("request", 1, 0, 1)))));
    }

    private static WebRequest get(String url) {
        return new WebRequest("GET", url, List.of(), "");
    }

    private static Counted run(WebRequest request, Think think, PhaseOrder phase, int timeoutMillis) throws Exception {
        Order order = order(request, think);
        Counts counts = new Counts(1);
        try (HttpBackend backend = new HttpBackend(order, counts, timeoutMillis)) {
            Running running = backend.phase(phase, 1);
            running.run();
        }
        return Counted.of(counts, 0);
    }

    private static Counted run(String url, PhaseOrder phase) throws Exception {
        return run(get(url), Think.NONE, phase, TIMEOUT_MILLIS);
    }

    private static PhaseOrder open(long millis, int callers, double perSecond) {
        return new PhaseOrder(PhaseOrder.Kind.CONSTANT, millis * MILLI, callers, perSecond, 0, 0, 2_000 * MILLI);
    }

    /** Answers at once, but for the first fifth of each second, in which nobody is answered. */
    private static Server stalling() throws Exception {
        long start = System.nanoTime();
        return new Server(0, (number, connection) -> {
            long place = Math.floorMod(System.nanoTime() - start, 1_000 * MILLI);
            if (place < 200 * MILLI) {
                TimeUnit.NANOSECONDS.sleep(200 * MILLI - place);
            }
            Server.say(connection, Server.OK);
        });
    }

    @Test
    @Tag("long")
    void openPhase_serviceThatStallsAFifthOfTheTime_hasTheTailOfTheory() throws Exception {
        try (Server server = stalling()) {
            Counted counted = run(server.url(), open(5_000, 200, 500));

            // P(wait > x) = 0.2 (1 - x / 200 ms), so one in a hundred waits for more than 190 ms.
            assertThat(counted.done()).isEqualTo(2_500);
            assertThat(counted.response().getValueAtPercentile(99) / (190.0 * MILLI))
                    .isCloseTo(1, within(0.05));
        }
    }

    @Test
    @Tag("long")
    void openPhase_withTwoCallersOnly_hasTheSameTail_andItsServiceTimeDoesNot() throws Exception {
        try (Server server = stalling()) {
            Counted counted = run(server.url(), open(5_000, 2, 500));

            assertThat(counted.response().getValueAtPercentile(99) / (190.0 * MILLI))
                    .isCloseTo(1, within(0.05));
            // Two callers meet each stall, of which they count one each: ten of 2,500.
            assertThat(counted.service().getValueAtPercentile(99)).isLessThan(50 * MILLI);
        }
    }

    @Test
    void statuses_ofFourHundredAndMore_areErrorsOfTheirKind() throws Exception {
        try (Server server = new Server(0, (number, connection) -> {
            String status = number % 4 == 0 ? "404 Not Found" : number % 4 == 1 ? "503 No" : "204 Done";
            Server.say(connection, "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
        })) {
            Counted counted = run(server.url(), open(200, 1, 100));

            assertThat(counted.done()).isEqualTo(20);
            assertThat(counted.kinds()).containsOnly(entry("HTTP 404", 5), entry("HTTP 503", 5));
        }
    }

    private static java.util.Map.Entry<String, Long> entry(String kind, long times) {
        return java.util.Map.entry(kind, times);
    }

    @Test
    void connection_thatIsReset_isAnError_andTheNextRequestGetsAnother() throws Exception {
        try (Server server = new Server(0, (number, connection) -> {
            if (number % 2 == 0) {
                connection.setSoLinger(true, 0);
                connection.close();
            } else {
                Server.say(connection, Server.OK);
            }
        })) {
            Counted counted = run(server.url(), open(200, 1, 100));

            assertThat(counted.done()).isEqualTo(20);
            assertThat(counted.kinds()).containsOnly(entry("connection reset", 10));
        }
    }

    @Test
    void connection_thatIsClosedWithoutAnAnswer_isAnError() throws Exception {
        try (Server server = new Server(0, (number, connection) -> connection.close())) {
            Counted counted = run(server.url(), open(100, 1, 100));

            assertThat(counted.errors()).isEqualTo(10);
            assertThat(counted.kinds()).containsOnly(entry("connection closed before the answer", 10));
        }
    }

    @Test
    void answer_thatEndsWithItsConnection_isOne() throws Exception {
        try (Server server = new Server(0, (number, connection) -> {
            Server.say(connection, (number % 2 == 0 ? "HTTP/1.0 200 OK" : "HTTP/1.0 500 No") + "\r\n\r\nsome words");
            connection.close();
        })) {
            Counted counted = run(server.url(), open(100, 1, 100));

            assertThat(counted.done()).isEqualTo(10);
            assertThat(counted.kinds()).containsOnly(entry("HTTP 500", 5));
        }
    }

    @Test
    void service_thatNeverAnswers_isAnErrorAfterTheTimeout() throws Exception {
        try (Server server = new Server(0, (number, connection) -> TimeUnit.SECONDS.sleep(60))) {
            Counted counted = run(
                    get(server.url()),
                    Think.NONE,
                    new PhaseOrder(PhaseOrder.Kind.BURSTS, 100 * MILLI, 5, 0, 1, 100 * MILLI, 0),
                    300);

            assertThat(counted.kinds()).containsOnly(entry("no answer within 0.3 s", 5));
            assertThat(counted.response().getMinValue()).isGreaterThan(290 * MILLI);
        }
    }

    @Test
    void service_thatIsNotThere_isAnErrorForEachArrival() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Counted counted = run("http://127.0.0.1:" + port + "/", open(300, 20, 100));

        assertThat(counted.done() + counted.dropped()).isEqualTo(30);
        assertThat(counted.kinds()).containsOnly(entry("no connection", counted.errors()));
        assertThat(counted.errors()).isEqualTo(counted.done()).isPositive();
    }

    @Test
    void service_thatGoesAwayAndComesBack_isAskedAgain() throws Exception {
        Server first = Server.saying(Server.OK);
        int port = first.port();
        Thread restart = new Thread(() -> {
            try {
                TimeUnit.MILLISECONDS.sleep(500);
                first.close();
                TimeUnit.MILLISECONDS.sleep(500);
                new Server(port, (number, connection) -> Server.say(connection, Server.OK));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        restart.start();
        Counted counted = run("http://127.0.0.1:" + port + "/", open(2_000, 50, 100));
        restart.join();

        assertThat(counted.done()).isEqualTo(200);
        // Of the first half second, and of the last.
        assertThat(counted.done() - counted.errors()).isGreaterThan(120);
        assertThat(counted.errors()).isPositive();
    }

    @Test
    void closedPhase_usersWhoThink_askAsOftenAsTheirThinkTimeSays() throws Exception {
        try (Server server = Server.saying(Server.OK)) {
            Counted counted = run(
                    get(server.url()),
                    new Think(Think.Kind.EXPONENTIAL, 20 * MILLI, 20 * MILLI),
                    new PhaseOrder(PhaseOrder.Kind.CLOSED, 2_000 * MILLI, 20, 0, 0, 0, 0),
                    TIMEOUT_MILLIS);

            // 20 users, 2 s, 20 ms each.
            assertThat(counted.done() / 2_000.0).isCloseTo(1, within(0.2));
        }
    }

    @Test
    void bursts_allUsersAtOnce_askAsOftenAsThereAreBursts() throws Exception {
        try (Server server = Server.saying(Server.OK)) {
            Counted counted = run(
                    server.url(),
                    new PhaseOrder(PhaseOrder.Kind.BURSTS, 300 * MILLI, 20, 0, 3, 100 * MILLI, 1_000 * MILLI));

            assertThat(counted.done()).isEqualTo(60);
            assertThat(counted.errors()).isZero();
        }
    }

    @Test
    void phase_thatIsStopped_endsSoon_withWhatWasAnswered() throws Exception {
        try (Server server = Server.saying(Server.OK)) {
            Counts counts = new Counts(1);
            HttpBackend backend = new HttpBackend(order(get(server.url()), Think.NONE), counts, TIMEOUT_MILLIS);
            Running running = backend.phase(open(60_000, 10, 100), 1);
            Thread ends = new Thread(() -> {
                try {
                    TimeUnit.MILLISECONDS.sleep(500);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                running.stop();
            });
            ends.start();
            running.run();

            assertThat(Counted.of(counts, 0).done()).isBetween(20L, 1_000L);
            assertThat(running.present()).isZero();
        }
    }

    @Test
    void request_arrivesWithItsMethodPathHeadersAndBody() throws Exception {
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("X-Who") + " "
                    + exchange.getRequestHeaders().getFirst("Host") + " " + body);
            // Chunked, and longer than a buffer.
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[100_000]);
            exchange.close();
        });
        server.start();
        try {
            String host = "localhost:" + server.getAddress().getPort();
            WebRequest request = new WebRequest(
                    "POST",
                    "http://" + host + "/a/b?c=d%20e",
                    List.of(new WebRequest.Header("X-Who", "me")),
                    "grün\n\nrot");

            Counted counted = run(request, Think.NONE, open(50, 1, 100), TIMEOUT_MILLIS);

            assertThat(counted.errors()).isZero();
            assertThat(seen).hasSize(5).containsOnly("POST /a/b?c=d%20e me " + host + " grün\n\nrot");
        } finally {
            server.stop(0);
        }
    }
}
