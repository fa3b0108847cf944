package org.evenkeel.leakcheck.specimens.leaking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.DatagramChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;
import org.evenkeel.leakcheck.specimens.Signal;

/** A datagram socket that is opened for one request in 2,000 and kept. Some 10 microseconds for that one. */
@Leaks(
        why = "sockets are kept open",
        signal = Signal.FILE_DESCRIPTORS,
        perOperation = 1 / 2_000.0,
        period = 2_000,
        holder = "SocketsNotClosed.sockets",
        allocates = "SocketsNotClosed.run")
public final class SocketsNotClosed implements Runnable, AutoCloseable {
    private final Queue<DatagramChannel> sockets = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        if (requests.incrementAndGet() % 2_000 != 0) {
            return;
        }
        try {
            sockets.add(DatagramChannel.open());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (DatagramChannel socket : sockets) {
            socket.close();
        }
    }
}
