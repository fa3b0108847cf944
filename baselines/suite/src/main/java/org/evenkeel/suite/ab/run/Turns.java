package org.evenkeel.suite.ab.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.evenkeel.suite.ab.run.turns.TurnTaker;
import org.evenkeel.suite.sides.Arm;

/**
 * Lets the two JVMs of a block take turns, an iteration each, so that whatever comes and goes on the machine within seconds meets
 * both. Who goes first changes from round to round, A B B A, so that neither is always the later one.
 *
 * <p>The first turn is given when both have asked for one. Whoever is gone, for whatever reason, is not waited for.
 */
final class Turns implements AutoCloseable {

    private static final int PATIENCE_WITH_STRANGERS_MILLIS = 5_000;

    private static final int BACKLOG = 50;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Known to this run and to the two JVMs that it starts. */
    private final String word = String.format(Locale.ROOT, "%016x%016x", RANDOM.nextLong(), RANDOM.nextLong());

    private final Map<Arm, ServerSocket> sockets = new EnumMap<>(Arm.class);
    private final Arm first;
    private final Set<Arm> here = EnumSet.noneOf(Arm.class);
    private final Set<Arm> gone = EnumSet.noneOf(Arm.class);
    private int turn;

    private Turns(Arm first) {
        this.first = first;
    }

    /** @param first whose the first turn is */
    static Turns open(Arm first) throws IOException {
        Turns turns = new Turns(first);
        for (Arm arm : Arm.values()) {
            ServerSocket socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
            turns.sockets.put(arm, socket);
            start(() -> turns.accept(arm, socket), arm);
        }
        return turns;
    }

    /** What the JVM of a side has to find in {@link TurnTaker#ADDRESS}. */
    String address(Arm arm) {
        return Objects.requireNonNull(sockets.get(arm), arm.toString()).getLocalPort() + ":" + word;
    }

    /** The JVM of a side has ended, or will never ask. */
    synchronized void leave(Arm arm) {
        gone.add(arm);
        notifyAll();
    }

    /** Takes nobody in any more; who is here already goes on. */
    @Override
    public void close() throws IOException {
        for (ServerSocket socket : sockets.values()) {
            socket.close();
        }
    }

    /** Anybody on this machine can connect, and more than one may before the JVM that is meant does. */
    private void accept(Arm arm, ServerSocket socket) {
        try {
            while (!gone(arm)) {
                Socket connection = socket.accept();
                start(() -> serve(arm, connection), arm);
            }
        } catch (IOException closed) {
            // The block is over.
        }
    }

    private void serve(Arm arm, Socket connection) {
        boolean isKnown = false;
        try (connection) {
            connection.setTcpNoDelay(true);
            connection.setSoTimeout(PATIENCE_WITH_STRANGERS_MILLIS);
            byte[] said = connection.getInputStream().readNBytes(word.length());
            isKnown = MessageDigest.isEqual(said, word.getBytes(StandardCharsets.US_ASCII));
            if (!isKnown) {
                return;
            }
            connection.setSoTimeout(0);
            while (connection.getInputStream().read() == TurnTaker.ASKED) {
                await(arm);
                connection.getOutputStream().write(TurnTaker.GIVEN);
                if (connection.getInputStream().read() == TurnTaker.OVER) {
                    next();
                }
            }
        } catch (IOException ended) {
            // The block is over, or this JVM is; nobody waits for it.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (isKnown) {
                leave(arm);
            }
        }
    }

    private synchronized boolean gone(Arm arm) {
        return gone.contains(arm);
    }

    private static void start(Runnable task, Arm arm) {
        Thread thread = new Thread(task, "evenkeel-turns-" + arm);
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized void await(Arm arm) throws InterruptedException {
        here.add(arm);
        notifyAll();
        while (!gone.contains(arm.other()) && !(here.contains(arm.other()) && owner() == arm)) {
            wait();
        }
    }

    private synchronized void next() {
        turn++;
        notifyAll();
    }

    /** Two rounds of two turns: first, other, other, first. */
    private Arm owner() {
        return turn % 4 == 0 || turn % 4 == 3 ? first : first.other();
    }
}
