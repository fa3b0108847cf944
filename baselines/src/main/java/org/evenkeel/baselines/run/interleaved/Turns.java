package org.evenkeel.baselines.run.interleaved;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.evenkeel.baselines.plan.interleaved.Arm;
import org.evenkeel.baselines.run.interleaved.turns.TurnTaker;

/**
 * Lets the two JVMs of a block take turns, an iteration each, so that whatever comes and goes on the machine within seconds meets
 * both. Who goes first changes from round to round, A B B A, so that neither is always the later one.
 *
 * <p>The first turn is given when both have asked for one. Whoever is gone, for whatever reason, is not waited for.
 */
final class Turns implements AutoCloseable {

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
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            turns.sockets.put(arm, socket);
            Thread thread = new Thread(() -> turns.serve(arm, socket), "evenkeel-turns-" + arm);
            thread.setDaemon(true);
            thread.start();
        }
        return turns;
    }

    /** What the JVM of a side has to find in {@link TurnTaker#PORT}. */
    String port(Arm arm) {
        return Integer.toString(
                Objects.requireNonNull(sockets.get(arm), arm.toString()).getLocalPort());
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

    private void serve(Arm arm, ServerSocket socket) {
        try (Socket connection = socket.accept()) {
            connection.setTcpNoDelay(true);
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
            leave(arm);
        }
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
