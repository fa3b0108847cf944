package org.evenkeel.hotpaths.redis;

import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.UnblockType;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Waits inside Redis until a list has an element, and takes it off.
 *
 * <p>Who waits needs a connection alone, so there are as many as ever waited at once; they are kept. An interrupt ends the
 * wait without losing an element: Redis is told to let go, and what it says then counts. If it says that the element was
 * already taken off, the caller has it and stays interrupted.
 */
public final class BlockingPops {

    /** Then Redis is asked again; shorter than the time limit of a command. */
    private static final double BLOCK_SECONDS = 5;

    private static final long MILLIS_BETWEEN_REMINDERS = 1;

    private final Redis redis;
    private final ConcurrentLinkedDeque<Waiter> idle = new ConcurrentLinkedDeque<>();

    /** Connections come from {@code redis} and end with it. */
    public BlockingPops(Redis redis) {
        this.redis = redis;
    }

    /**
     * Takes the first element off the list, and waits as long as there is none.
     *
     * @throws InterruptedException when interrupted; nothing was then taken
     */
    public String pop(String key) throws InterruptedException {
        Waiter waiter = idle.poll();
        if (waiter == null) {
            waiter = new Waiter();
        }
        String element = null;
        try {
            while (element == null) {
                element = waiter.pop(key);
            }
            return element;
        } finally {
            idle.push(waiter);
        }
    }

    /** A connection that one caller at a time blocks on. */
    private final class Waiter {
        private final StatefulRedisConnection<String, String> connection = redis.connectAnother();
        private final long id = Replies.await(connection.async().clientId());

        /** What came off the list; null when nothing did in all that time. */
        @Nullable
        String pop(String key) throws InterruptedException {
            RedisFuture<@Nullable KeyValue<String, String>> reply =
                    connection.async().blpop(BLOCK_SECONDS, key);
            boolean interrupted = awaitOrLetGo(reply);
            KeyValue<String, String> popped = Replies.await(reply);
            if (interrupted) {
                if (popped == null) {
                    throw new InterruptedException();
                }
                Thread.currentThread().interrupt();
            }
            return popped == null ? null : popped.getValue();
        }

        /**
         * Waits for an answer, and tells Redis to let go when interrupted: more than once, since that may overtake the
         * command that blocks.
         *
         * @return whether there was an interrupt, which the thread has then lost
         */
        private boolean awaitOrLetGo(RedisFuture<?> reply) {
            boolean interrupted = false;
            while (!reply.isDone()) {
                try {
                    if (interrupted) {
                        Replies.await(redis.commands().clientUnblock(id, UnblockType.TIMEOUT));
                        reply.get(MILLIS_BETWEEN_REMINDERS, TimeUnit.MILLISECONDS);
                    } else {
                        reply.get();
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (TimeoutException e) {
                    // Not yet: once more.
                } catch (ExecutionException e) {
                    // That is an answer, too; the caller finds it in the reply.
                }
            }
            return interrupted;
        }
    }
}
