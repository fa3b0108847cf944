package org.evenkeel.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that answers as a test wants, down to the bytes; a thread for each connection. */
final class Server implements AutoCloseable {

    static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    private final ServerSocket door;
    private final Manner manner;
    private final AtomicInteger requests = new AtomicInteger();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

    /** How it answers the request of that number, from 0; a connection that is closed is left. */
    interface Manner {
        void answer(int number, Socket connection) throws Exception;
    }

    Server(int port, Manner manner) throws IOException {
        this.manner = manner;
        door = new ServerSocket(port, 1_000, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    static Server saying(String answer) throws IOException {
        return new Server(0, (number, connection) -> say(connection, answer));
    }

    static void say(Socket connection, String answer) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(answer.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    int port() {
        return door.getLocalPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/";
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "test-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = door.accept();
                connection.setTcpNoDelay(true);
                connections.add(connection);
                start(() -> serve(connection));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = connection.getInputStream();
            int matched = 0;
            for (int read = in.read(); read >= 0; read = in.read()) {
                // A request of these tests ends with its headers.
                matched = read == "\r\n\r\n".charAt(matched) ? matched + 1 : read == '\r' ? 1 : 0;
                if (matched == 4) {
                    matched = 0;
                    manner.answer(requests.getAndIncrement(), connection);
                    if (connection.isClosed()) {
                        return;
                    }
                }
            }
        } catch (Exception gone) {
            // Of whoever asked, or of the test.
        }
    }

    /** Closes the door and every connection. */
    @Override
    public void close() throws IOException {
        door.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
