package org.evenkeel.leakcheck.run.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.rmi.server.RMISocketFactory;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sockets for RMI that lead to ports of this machine by its loopback address. What listens there tells the name of its host all
 * the same, and by that name nobody would be let in.
 */
final class LoopbackSockets extends RMISocketFactory {

    /** The loopback address. */
    static final String ADDRESS = "127.0.0.1";

    private static final int MOST_MILLIS = 10_000;

    private static final Set<Integer> PORTS = ConcurrentHashMap.newKeySet();

    private LoopbackSockets() {}

    /** The same as an address. */
    static InetAddress address() throws UnknownHostException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    /** Has a port looked for at the loopback address; says whether that is possible in this JVM, which has one factory at most. */
    static synchronized boolean leadTo(int port) throws IOException {
        if (getSocketFactory() == null) {
            setSocketFactory(new LoopbackSockets());
        }
        PORTS.add(port);
        return getSocketFactory() instanceof LoopbackSockets;
    }

    /** Another process may have the port from now on. */
    static void leave(int port) {
        PORTS.remove(port);
    }

    @Override
    @SuppressWarnings("AddressSelection") // As the factory of RMI itself does.
    public Socket createSocket(String host, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(
                    PORTS.contains(port) ? new InetSocketAddress(address(), port) : new InetSocketAddress(host, port),
                    MOST_MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return new ServerSocket(port);
    }
}
