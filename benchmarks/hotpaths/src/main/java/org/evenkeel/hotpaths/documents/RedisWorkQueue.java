package org.evenkeel.hotpaths.documents;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.hotpaths.redis.BlockingPops;
import org.evenkeel.hotpaths.redis.Redis;
import org.evenkeel.hotpaths.redis.Replies;
import org.jspecify.annotations.Nullable;

/**
 * A list in Redis, for an ingestion that survives the process that took the documents in. What is in the list is a ticket
 * for each job; the job itself stays here.
 *
 * <p>A second list holds as many free places as the bound allows. To put is to take a place and add a ticket, to take is
 * the reverse; each is one script, so one round trip, as long as nobody has to wait. Who has to, waits in Redis for an
 * element of the one list or the other, and nobody polls.
 */
final class RedisWorkQueue implements WorkQueue {

    private static final String PUT =
            "if redis.call('lpop', KEYS[1]) then return redis.call('rpush', KEYS[2], ARGV[1]) else return 0 end";
    private static final String TAKE = "local ticket = redis.call('lpop', KEYS[2]);"
            + " if ticket then redis.call('rpush', KEYS[1], ARGV[1]) end; return ticket";

    private static final String FREE = "free";
    private static final int PLACES_PER_COMMAND = 1_000;

    private final Redis redis;
    private final RedisAsyncCommands<String, String> commands;
    private final BlockingPops pops;
    private final String places;
    private final String waiting;
    private final String[] lists;
    private final String put;
    private final String take;
    private final ConcurrentMap<String, Job> jobs = new ConcurrentHashMap<>();
    private final AtomicLong lastTicket = new AtomicLong();

    /** @param redis where the queue is; closed with it */
    RedisWorkQueue(Redis redis, int bound) {
        this.redis = redis;
        commands = redis.commands();
        pops = new BlockingPops(redis);
        places = redis.prefix() + "places";
        waiting = redis.prefix() + "waiting";
        lists = new String[] {places, waiting};
        put = Replies.await(commands.scriptLoad(PUT));
        take = Replies.await(commands.scriptLoad(TAKE));
        for (int left = bound; left > 0; left -= PLACES_PER_COMMAND) {
            List<String> free = Collections.nCopies(Math.min(left, PLACES_PER_COMMAND), FREE);
            Replies.await(commands.rpush(places, free.toArray(String[]::new)));
        }
    }

    @Override
    public void put(Job job) throws InterruptedException {
        String ticket = Long.toString(lastTicket.incrementAndGet());
        jobs.put(ticket, job);
        boolean done = false;
        try {
            Long length = Replies.await(commands.evalsha(put, ScriptOutputType.INTEGER, lists, ticket));
            if (length == null || length == 0) {
                pops.pop(places);
                Replies.await(commands.rpush(waiting, ticket));
            }
            done = true;
        } finally {
            if (!done) {
                jobs.remove(ticket);
            }
        }
    }

    @Override
    public Job take() throws InterruptedException {
        Job job = poll();
        if (job == null) {
            String ticket = pops.pop(waiting);
            Replies.await(commands.rpush(places, FREE));
            job = redeem(ticket);
        }
        return job;
    }

    @Override
    public @Nullable Job poll() {
        String ticket = Replies.await(commands.evalsha(take, ScriptOutputType.VALUE, lists, FREE));
        return ticket == null ? null : redeem(ticket);
    }

    private Job redeem(String ticket) {
        Job job = jobs.remove(ticket);
        if (job == null) {
            throw new IllegalStateException("ticket " + ticket + " came off " + waiting + " and is nobody's");
        }
        return job;
    }

    /** Leaves nothing behind in Redis. */
    @Override
    public void close() {
        try {
            Replies.await(commands.del(places, waiting));
        } finally {
            redis.close();
        }
    }
}
