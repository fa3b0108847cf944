package org.evenkeel.leakcheck.specimens.clean;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.Callable;
import org.evenkeel.leakcheck.specimens.Clean;

/** A listening socket per request on a port the system picks, closed again. Some 30 microseconds an operation. */
@Clean(why = "each socket is closed on the way out")
public final class SocketsClosed implements Callable<Object> {
    @Override
    public Object call() throws IOException {
        try (ServerSocketChannel socket = ServerSocketChannel.open()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket.getLocalAddress();
        }
    }
}
