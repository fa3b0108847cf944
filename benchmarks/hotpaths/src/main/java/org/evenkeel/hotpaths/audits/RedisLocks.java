package org.evenkeel.hotpaths.audits;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.evenkeel.hotpaths.inputs.Counter;
import org.evenkeel.hotpaths.redis.Redis;
import org.evenkeel.hotpaths.redis.Replies;

/**
 * A lease per record in Redis, for a service that runs in more than one process.
 *
 * <p>A lock is a key that is set only if it is absent, with its owner as value and a time after which Redis drops it: a
 * caller that dies while it holds the lock delays the others by the rest of the lease and no longer. Only the owner deletes
 * the key, by a script that compares and deletes in one step; whoever outlives its lease cannot unlock for the next owner,
 * and learns of it by an exception.
 */
final class RedisLocks implements RecordLocks {

    /** Deletes the lock if it is still the caller's. */
    private static final String DELETE_IF_OWNED =
            "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end";

    private static final int KEYS_PER_COMMAND = 1_000;

    private final Redis redis;
    private final RedisAsyncCommands<String, String> commands;
    private final int records;
    private final String prefix;
    private final String deleteIfOwned;
    private final Patience patience;
    private final String process = UUID.randomUUID().toString();
    private final AtomicLong lastHold = new AtomicLong();
    private final Counter waits = RecordLocks.newWaits();

    /**
     * How long things may take.
     *
     * @param leaseMillis after which Redis takes a lock from whoever holds it; far longer than an audit
     * @param waitNanos for which a caller asks again for a lock that somebody else has
     */
    record Patience(long leaseMillis, long waitNanos) {

        /** Half a minute of lease, and longer than that to wait: a dead caller costs time and no error. */
        static Patience ofAService() {
            return new Patience(TimeUnit.SECONDS.toMillis(30), TimeUnit.SECONDS.toNanos(40));
        }
    }

    /** @param redis where the locks are; closed with them */
    RedisLocks(Redis redis, int records, Patience patience) {
        this.records = records;
        this.redis = redis;
        this.commands = redis.commands();
        this.prefix = redis.prefix() + "lock:";
        this.patience = patience;
        this.deleteIfOwned = Replies.await(commands.scriptLoad(DELETE_IF_OWNED));
    }

    @Override
    public Hold exclusive(int record) {
        String key = prefix + record;
        String owner = process + ':' + lastHold.incrementAndGet();
        if (!tryAcquire(key, owner)) {
            waits.increment();
            await(key, owner);
        }
        return () -> release(key, owner);
    }

    private boolean tryAcquire(String key, String owner) {
        return Replies.await(commands.set(key, owner, SetArgs.Builder.nx().px(patience.leaseMillis()))) != null;
    }

    /** Asks again and again, at random moments, so that those who wait do not all come at once. */
    private void await(String key, String owner) {
        long start = System.nanoTime();
        do {
            if (System.nanoTime() - start > patience.waitNanos()) {
                throw new LockTimeoutException(
                        key + " was taken for " + TimeUnit.NANOSECONDS.toMillis(patience.waitNanos()) + " ms");
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(100_000, 1_000_000));
        } while (!tryAcquire(key, owner));
    }

    private void release(String key, String owner) {
        Long deleted =
                Replies.await(commands.evalsha(deleteIfOwned, ScriptOutputType.INTEGER, new String[] {key}, owner));
        if (deleted == null || deleted == 0) {
            throw new IllegalStateException(
                    "the lease of " + key + " ran out after " + patience.leaseMillis() + " ms while it was in use");
        }
    }

    @Override
    public Counter waits() {
        return waits;
    }

    @Override
    public int held() {
        long held = 0;
        for (int first = 0; first < records; first += KEYS_PER_COMMAND) {
            String[] keys = IntStream.range(first, Math.min(first + KEYS_PER_COMMAND, records))
                    .mapToObj(record -> prefix + record)
                    .toArray(String[]::new);
            held += Replies.await(commands.exists(keys));
        }
        return Math.toIntExact(held);
    }

    @Override
    public void close() {
        redis.close();
    }
}
