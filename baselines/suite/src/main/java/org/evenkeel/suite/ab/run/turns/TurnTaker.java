package org.evenkeel.suite.ab.run.turns;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The end of a connection that waits for its turn. Each message is one byte, and so none is ever kept back. */
public final class TurnTaker implements Closeable {

    /**
     * The environment variable with the port, on this machine, at which this JVM is given its turns, and behind a colon the word
     * by which it is told from strangers.
     */
    public static final String ADDRESS = "EVENKEEL_TURNS";

    /** The environment variable that is there where the fork counts what all its callers do together. */
    public static final String COUNT = "EVENKEEL_TURNS_COUNT";

    /** Sent when a turn is wanted. */
    public static final int ASKED = 'a';

    /** Received when it begins. */
    public static final int GIVEN = 'g';

    /** Sent when it is over. */
    public static final int OVER = 'o';

    private final Socket socket;

    private TurnTaker(Socket socket) {
        this.socket = socket;
    }

    /** Connects to an {@link #ADDRESS}, and says the word. */
    public static TurnTaker connect(String address) throws IOException {
        int colon = address.indexOf(':');
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(address.substring(0, colon)));
        socket.setTcpNoDelay(true);
        socket.getOutputStream().write(address.substring(colon + 1).getBytes(StandardCharsets.US_ASCII));
        return new TurnTaker(socket);
    }

    /** Waits until it is this side's turn. */
    public void await() throws IOException {
        socket.getOutputStream().write(ASKED);
        if (socket.getInputStream().read() != GIVEN) {
            throw new EOFException("no turn was given");
        }
    }

    /** It is the other's turn. */
    public void handBack() throws IOException {
        socket.getOutputStream().write(OVER);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
