package org.evenkeel.leakcheck.run;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * Sends diagnostic commands to another HotSpot JVM over the socket that its attach listener opens.
 *
 * <p>The public attach API has no such command, and the class behind it that has one is not exported; the socket needs
 * neither, and takes part of a millisecond where starting {@code jcmd} takes hundreds. The request is five strings, each
 * ended by a zero byte: the protocol's version {@code 1}, the command {@code jcmd} and three arguments, of which the first
 * is the diagnostic command. The answer is a status in decimal on a line of its own, then the command's output.
 * POSIX systems only: on Windows the listener uses something else, and a caller has to do without.
 */
public final class AttachSocket {

    private static final String HISTOGRAM = "GC.class_histogram";

    private static final int MOST_BYTES = 64 << 20;

    /** Longer than a dump of a large heap beside other load takes. */
    private static final Duration ANSWERS_WITHIN = Duration.ofMinutes(2);

    /** What is no matter of the heap's size takes milliseconds. */
    static final Duration QUICKLY = Duration.ofSeconds(10);

    /** Whoever has not answered once is not waited for as long again. */
    private static final Duration ONCE_SILENT = Duration.ofSeconds(1);

    /** Bits of a file's mode, as in {@code stat(2)}. */
    private static final int OTHERS_MAY = 0_066;

    private static final int KIND = 0_170_000;
    private static final int SOCKET = 0_140_000;

    private final Path socket;

    /** Whose it may be besides this user's and root's. */
    private final OptionalInt alsoOf;

    private Duration patience = ANSWERS_WITHIN;
    private volatile boolean isSilent;
    private volatile boolean countsInParallel = true;
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

    /** A socket of a given name. */
    AttachSocket(Path socket) {
        this(socket, OptionalInt.empty());
    }

    private AttachSocket(Path socket, OptionalInt alsoOf) {
        this.socket = socket;
        this.alsoOf = alsoOf;
    }

    /** The socket of a process, whether or not it exists already. */
    AttachSocket(long pid) {
        this(placeOf(pid));
    }

    /**
     * The socket of a process that may be another user's, as far as this one may ask it: root may ask everybody's.
     *
     * @param owner the user id of that process
     */
    public static AttachSocket ofProcess(long pid, int owner) {
        return new AttachSocket(placeOf(pid), OptionalInt.of(owner));
    }

    private static Path placeOf(long pid) {
        // HotSpot uses /tmp on Linux whatever java.io.tmpdir says, and the user's own folder on macOS.
        Path linux = Path.of("/tmp");
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        return (mac ? Path.of(System.getProperty("java.io.tmpdir")) : linux).resolve(".java_pid" + pid);
    }

    /** Whether there is one. A process in another container has its own elsewhere. */
    public boolean isThere() {
        return Files.exists(socket, LinkOption.NOFOLLOW_LINKS);
    }

    /** Has the answer to a command waited for no longer than this. */
    void answersWithin(Duration longest) {
        patience = longest.compareTo(ANSWERS_WITHIN) < 0 ? longest : ANSWERS_WITHIN;
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
        return request("jcmd", diagnosticCommand, "", "", patience);
    }

    /**
     * Collects there, and counts the live objects by class, on all processors where that JVM can do so.
     *
     * @throws IOException as above
     */
    String classHistogram() throws IOException {
        if (countsInParallel) {
            try {
                return run(HISTOGRAM + " -parallel=" + Runtime.getRuntime().availableProcessors());
            } catch (RefusedException unknownOption) {
                countsInParallel = false;
            }
        }
        return run(HISTOGRAM);
    }

    /** The same for a command that may take longer, or should not. */
    public String run(String diagnosticCommand, Duration within) throws IOException {
        return request("jcmd", diagnosticCommand, "", "", within);
    }

    /**
     * Loads a native agent there.
     *
     * @throws IOException when the JVM does not answer, or the agent cannot be loaded or refuses its options
     */
    void load(String library, String options) throws IOException {
        String answer = request("load", library, "true", options, patience).strip();
        // Since JDK 21 the status is in words as well: "return code: 0".
        if (!answer.endsWith("0")) {
            throw new IOException(library + " was answered by " + answer);
        }
    }

    private String request(String command, String first, String second, String third, Duration longest)
            throws IOException {
        requireOwn();
        Duration within = isSilent && longest.compareTo(ONCE_SILENT) > 0 ? ONCE_SILENT : longest;
        long deadline = System.nanoTime() + within.toNanos();
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            SelectionKey key = channel.register(selector, SelectionKey.OP_WRITE);
            String words = String.join("\0", "1", command, first, second, third, "");
            ByteBuffer request = ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8));
            while (request.hasRemaining()) {
                await(selector, deadline, first, within);
                channel.write(request);
            }
            key.interestOps(SelectionKey.OP_READ);
            buffer.clear();
            do {
                if (!buffer.hasRemaining()) {
                    buffer = larger(buffer);
                }
                await(selector, deadline, first, within);
            } while (channel.read(buffer) >= 0);
        }
        isSilent = false;
        String answer = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
        int line = answer.indexOf('\n');
        if (line < 0 || !answer.substring(0, line).strip().equals("0")) {
            throw new RefusedException(first + " was answered by " + answer.strip());
        }
        return answer.substring(line + 1);
    }

    /** The JVM answered, and would not. */
    private static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1;

        RefusedException(String message) {
            super(message);
        }
    }

    /** A JVM that is stopped takes a request and never answers. */
    private void await(Selector selector, long deadline, String command, Duration within) throws IOException {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0 || selector.select(millis) == 0) {
            isSilent = true;
            throw new IOException(command + " was not answered within " + within.toSeconds() + " s");
        }
        selector.selectedKeys().clear();
    }

    /**
     * Refuses a socket that somebody else made. Its name can be guessed, and whoever takes it first could answer in the JVM's
     * place; so it has to be this user's, or root's, and nobody else's to read or write, as the JDK's own client asks for.
     */
    private void requireOwn() throws IOException {
        Map<String, Object> found = Files.readAttributes(socket, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
        int owner = (Integer) Objects.requireNonNull(found.get("uid"));
        int mode = (Integer) Objects.requireNonNull(found.get("mode"));
        int self = ownUser();
        boolean isTheirs = self == 0 && alsoOf.isPresent() && owner == alsoOf.getAsInt();
        if ((owner != self && owner != 0 && !isTheirs) || (mode & OTHERS_MAY) != 0 || (mode & KIND) != SOCKET) {
            throw new IOException(socket + " is not a socket of this user alone (owner " + owner + ", mode "
                    + Integer.toOctalString(mode) + "; expected owner " + self + " and mode 600), so it is not asked");
        }
    }

    private static int ownUser() throws IOException {
        Path self = Path.of("/proc/self");
        // Where there is no such folder, what this process makes belongs to its user.
        if (Files.exists(self)) {
            return (Integer) Files.getAttribute(self, "unix:uid");
        }
        Path made = Files.createTempFile("leakcheck-", ".owner");
        try {
            return (Integer) Files.getAttribute(made, "unix:uid");
        } finally {
            Files.delete(made);
        }
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
