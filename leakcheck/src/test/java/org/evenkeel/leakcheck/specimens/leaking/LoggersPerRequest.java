package org.evenkeel.leakcheck.specimens.leaking;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import org.evenkeel.leakcheck.specimens.Leaks;

/** A logger named after each request, with a filter that keeps the request. One in 100 is logged. */
@Leaks(
        why = "loggers are made under ever new names and held",
        perOperation = (16 + 16 + 20_000 + 900) / 100.0,
        period = 100,
        holder = "LoggersPerRequest.loggers",
        allocates = "LoggersPerRequest.run")
public final class LoggersPerRequest implements Runnable {
    private final Queue<Logger> loggers = new ConcurrentLinkedQueue<>();
    private final AtomicLong requests = new AtomicLong();

    @Override
    public void run() {
        long request = requests.incrementAndGet();
        if (request % 100 == 0) {
            byte[] body = new byte[20_000];
            Logger logger = Logger.getLogger("specimen." + (10_000_000 + request));
            logger.setFilter(entry -> body[0] == 0);
            loggers.add(logger);
        }
    }
}
