package org.evenkeel.hotpaths.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Waits for what Redis answers. */
public final class Replies {

    private Replies() {}

    /**
     * The answer to a command that was sent. An interrupt does not end the wait, and the thread stays interrupted: whoever
     * gives up on an answer does not know whether the command was carried out, and would hold a lock without knowing it.
     * The connection's own time limit ends the wait.
     *
     * @return the answer; null where Redis answers nil
     * @throws RedisException when Redis refuses the command or does not answer in time
     */
    @SuppressWarnings("NullAway") // Whether nil can be the answer is the command's affair.
    public static <T extends @Nullable Object> T await(RedisFuture<T> reply) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return reply.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof RedisException failure ? failure : new RedisException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
