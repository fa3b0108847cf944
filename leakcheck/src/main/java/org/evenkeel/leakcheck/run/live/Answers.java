package org.evenkeel.leakcheck.run.live;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.evenkeel.kernel.TimedCall;

/** Asks a JVM that may never answer, as one that is stopped: each question has a limit, after which nobody waits for its answer. */
final class Answers {

    private Answers() {}

    /** A question. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws IOException, LiveRefused;
    }

    /** There was no answer in time. */
    static final class Missing extends IOException {
        private static final long serialVersionUID = 1L;

        Missing(TimeoutException why) {
            super(why.getMessage(), why);
        }
    }

    /**
     * The answer.
     *
     * @param stopped whether nobody wants to wait any longer
     * @throws Missing when there is none in time
     */
    static <T> T within(Duration limit, BooleanSupplier stopped, Question<T> question)
            throws IOException, LiveRefused, InterruptedException {
        try {
            return TimedCall.within(limit, stopped, question::ask);
        } catch (TimeoutException e) {
            throw new Missing(e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException io) {
                throw io;
            }
            if (cause instanceof LiveRefused refused) {
                throw refused;
            }
            if (cause instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw new IllegalStateException(cause);
        }
    }
}
