package org.evenkeel.suite.nightly.stored;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A way to a server that is lost after so many bytes towards it. */
final class CutConnection implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final int port;
    private final long most;

    /** @param most bytes that get through; after them both ends see the connection closed */
    CutConnection(int port, long most) throws IOException {
        this.port = port;
        this.most = most;
        Thread thread = new Thread(this::serve, "cut-connection");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket client = door.accept();
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
                Thread back = new Thread(() -> pass(server, client, Long.MAX_VALUE), "cut-connection-back");
                back.setDaemon(true);
                back.start();
                pass(client, server, most);
            } catch (IOException closed) {
                // By whoever has seen enough.
            }
        }
    }

    private static void pass(Socket from, Socket to, long most) {
        byte[] bytes = new byte[512];
        long left = most;
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            while (left > 0) {
                int read = in.read(bytes, 0, (int) Math.min(bytes.length, left));
                if (read < 0) {
                    return;
                }
                out.write(bytes, 0, read);
                out.flush();
                left -= read;
            }
        } catch (IOException closed) {
            // The other end has gone.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
