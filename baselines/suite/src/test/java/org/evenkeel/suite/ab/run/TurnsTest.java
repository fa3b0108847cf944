package org.evenkeel.suite.ab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.evenkeel.suite.ab.run.turns.TurnTaker;
import org.evenkeel.suite.sides.Arm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class TurnsTest {

    private final List<Arm> order = Collections.synchronizedList(new ArrayList<>());

    @ParameterizedTest
    @CsvSource({"BASE, 4, BCCBBCCB", "CURRENT, 4, CBBCCBBC", "CURRENT, 3, CBBCCB"})
    void twoSides_takeTurns_andNeitherIsAlwaysTheLaterOne(Arm first, int turns, String expected) throws Exception {
        try (Turns given = Turns.open(first)) {
            // The one whose turn is not the first asks first.
            CompletableFuture<Void> other = side(given, first.other(), turns);
            TimeUnit.MILLISECONDS.sleep(50);
            CompletableFuture<Void> one = side(given, first, turns);
            CompletableFuture.allOf(one, other).get();
        }
        assertThat(order.stream().map(arm -> arm.name().substring(0, 1)).collect(Collectors.joining()))
                .isEqualTo(expected);
    }

    @Test
    void sideWhoseJvmNeverAsks_isNotWaitedFor() throws Exception {
        try (Turns given = Turns.open(Arm.BASE)) {
            CompletableFuture<Void> current = side(given, Arm.CURRENT, 3);
            TimeUnit.MILLISECONDS.sleep(50);
            assertThat(order).as("the other could still come").isEmpty();

            given.leave(Arm.BASE);

            current.get();
        }
        assertThat(order).containsExactly(Arm.CURRENT, Arm.CURRENT, Arm.CURRENT);
    }

    @Test
    void sideThatDiesInItsTurn_isNotWaitedFor() throws Exception {
        try (Turns given = Turns.open(Arm.BASE)) {
            CompletableFuture<Void> current = side(given, Arm.CURRENT, 3);
            try (TurnTaker base = TurnTaker.connect(given.address(Arm.BASE))) {
                base.await();
                assertThat(order).isEmpty();
            }
            current.get();
        }
        assertThat(order).hasSize(3);
    }

    @Test
    void strangers_areTurnedAwayAndDoNotHoldTheBlockUp() throws Exception {
        try (Turns given = Turns.open(Arm.BASE)) {
            String address = given.address(Arm.BASE);
            int port = Integer.parseInt(address.substring(0, address.indexOf(':')));
            // One says nothing at all, one asks for a turn without the word.
            try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), port);
                    Socket asking = new Socket(InetAddress.getLoopbackAddress(), port)) {
                asking.getOutputStream().write("a".repeat(100).getBytes(StandardCharsets.US_ASCII));
                CompletableFuture<Void> other = side(given, Arm.CURRENT, 2);
                CompletableFuture<Void> one = side(given, Arm.BASE, 2);
                CompletableFuture.allOf(one, other).get();
                assertThat(silent.isConnected()).isTrue();
                assertThat(isClosed(asking)).isTrue();
            }
        }
        assertThat(order).containsExactly(Arm.BASE, Arm.CURRENT, Arm.CURRENT, Arm.BASE);
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    private CompletableFuture<Void> side(Turns given, Arm arm, int turns) {
        return CompletableFuture.runAsync(
                () -> {
                    try (TurnTaker taker = TurnTaker.connect(given.address(arm))) {
                        for (int turn = 0; turn < turns; turn++) {
                            taker.await();
                            order.add(arm);
                            taker.handBack();
                        }
                        // As the profiler does behind its last iteration.
                        taker.await();
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> new Thread(task)
                        .start()); // The common pool may have one thread, and sides wait for each other.
    }
}
