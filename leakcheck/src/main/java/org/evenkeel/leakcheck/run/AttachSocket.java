package org.evenkeel.leakcheck.run;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Sends diagnostic commands to another HotSpot JVM over the socket that its attach listener opens.
 *
 * <p>The public attach API has no such command, and the class behind it that has one is not exported; the socket needs
 * neither, and takes part of a millisecond where starting {@code jcmd} takes hundreds. The request is five strings, each
 * ended by a zero byte: the protocol's version {@code 1}, the command {@code jcmd} and three arguments, of which the first
 * is the diagnostic command. The answer is a status in decimal on a line of its own, then the command's output.
 * POSIX systems only: on Windows the listener uses something else, and a caller has to do without.
 */
final class AttachSocket {

    private static final int MOST_BYTES = 64 << 20;

    private final Path socket;
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    /** The socket of a process, whether or not it exists already. */
    AttachSocket(long pid) {
        // HotSpot uses /tmp on Linux whatever java.io.tmpdir says, and the user's own folder on macOS.
        Path linux = Path.of("/tmp");
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        socket = (mac ? Path.of(System.getProperty("java.io.tmpdir")) : linux).resolve(".java_pid" + pid);
    }

    /** Waits for the listener. Returns whether it is there. */
    boolean awaitListener(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        while (!Files.exists(socket)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(2);
        }
        return true;
    }

    /**
     * Runs a diagnostic command there and returns what it prints.
     *
     * @throws IOException when the JVM does not answer or reports an error
     */
    String run(String diagnosticCommand) throws IOException {
        return request("jcmd", diagnosticCommand, "", "");
    }

    /**
     * Loads a native agent there.
     *
     * @throws IOException when the JVM does not answer, or the agent cannot be loaded or refuses its options
     */
    void load(String library, String options) throws IOException {
        String answer = request("load", library, "true", options).strip();
        // Since JDK 21 the status is in words as well: "return code: 0".
        if (!answer.endsWith("0")) {
            throw new IOException(library + " was answered by " + answer);
        }
    }

    private String request(String command, String first, String second, String third) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            String words = String.join("\0", "1", command, first, second, third, "");
            ByteBuffer request = ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8));
            while (request.hasRemaining()) {
                channel.write(request);
            }
            buffer.clear();
            while (channel.read(buffer) >= 0) {
                if (!buffer.hasRemaining()) {
                    buffer = larger(buffer);
                }
            }
        }
        String answer = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
        int line = answer.indexOf('\n');
        if (line < 0 || !answer.substring(0, line).strip().equals("0")) {
            throw new IOException(first + " was answered by " + answer.strip());
        }
        return answer.substring(line + 1);
    }

    /** Removes the socket of a process that was killed and could not do so itself. */
    void remove() throws IOException {
        Files.deleteIfExists(socket);
    }

    private static ByteBuffer larger(ByteBuffer full) throws IOException {
        if (full.capacity() >= MOST_BYTES) {
            throw new IOException("an answer of more than " + MOST_BYTES + " bytes");
        }
        return ByteBuffer.allocate(full.capacity() * 2).put(full.flip());
    }
}
