package org.evenkeel.leakcheck.specimens.leaking;

import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.evenkeel.leakcheck.specimens.Leaks;

/** A log handler per reconfiguration, added to a logger and never removed. One request in 1,000 reconfigures. */
@Leaks(
        why = "log handlers are added and never removed",
        perOperation = (72 + 24 + 16 + 4_000 + 4) / 1_000.0,
        period = 1_000,
        holder = "LogHandlers.logger",
        allocates = "LogHandlers.run")
public final class LogHandlers implements Runnable, AutoCloseable {
    private final Logger logger = Logger.getLogger("specimen.handlers");
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        if (requests.incrementAndGet() % 1_000 == 0) {
            logger.addHandler(new Buffering(new byte[4_000]));
        }
    }

    @Override
    public void close() {
        for (Handler handler : logger.getHandlers()) {
            logger.removeHandler(handler);
        }
    }

    private static final class Buffering extends Handler {
        private final byte[] buffer;

        Buffering(byte[] buffer) {
            this.buffer = buffer;
        }

        @Override
        public void publish(LogRecord entry) {
            buffer[0]++;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
