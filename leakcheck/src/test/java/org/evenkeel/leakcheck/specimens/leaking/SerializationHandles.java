package org.evenkeel.leakcheck.specimens.leaking;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.leakcheck.specimens.Leaks;

/**
 * An object stream that is never reset remembers each object it wrote, in case it is written again. One request in 50
 * writes.
 */
@Leaks(
        why = "an object stream holds all it ever wrote until it is reset",
        perOperation = (16 + 16 + 16 + 1_500 + 2 * 18) / 50.0,
        period = 50,
        holder = "SerializationHandles.stream",
        allocates = "SerializationHandles.run")
public final class SerializationHandles implements Runnable {
    private final ObjectOutputStream stream;
    private final AtomicLong requests = new AtomicLong();

    /** Opens the stream, to nowhere. */
    public SerializationHandles() throws IOException {
        stream = new ObjectOutputStream(OutputStream.nullOutputStream());
    }

    @Override
    public void run() {
        if (requests.incrementAndGet() % 50 != 0) {
            return;
        }
        try {
            synchronized (stream) {
                stream.writeObject(new Message(new byte[1_500]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Message implements Serializable {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("UnusedVariable") // Written by serialization.
        private final byte[] body;

        Message(byte[] body) {
            this.body = body;
        }
    }
}
