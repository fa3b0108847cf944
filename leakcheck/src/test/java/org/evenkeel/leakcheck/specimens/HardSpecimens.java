package org.evenkeel.leakcheck.specimens;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Specimens that take up to a minute to tell: large, expiring, flushed, swinging, slow and stepped ones, clean and leaking. They
 * are too slow for every build; {@code Rates --set hard} checks them.
 */
public final class HardSpecimens {

    /** All of them, in the order of the source. */
    public static final List<Class<?>> ALL = List.of(
            MillionEntries.class,
            LargePages.class,
            TwoMillionKeys.class,
            ExpireAfterTenSeconds.class,
            ExpireAfterThirtySeconds.class,
            ExpireBySchedule.class,
            FlushedAtHundredMegabytes.class,
            SwingingLiveSet.class,
            SlowRequests.class,
            SessionsWithoutEnd.class,
            MillionEntriesAndOn.class,
            KeptBesideASwing.class,
            SlowRequestsKeepATenth.class,
            DirectBuffersInSteps.class);

    private HardSpecimens() {}

    /** A cache of the latest {@code most} keys, each of which is new. */
    private static final class Latest extends LinkedHashMap<Long, byte[]> {
        private static final long serialVersionUID = 1;
        private final int most;

        Latest(int most) {
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > most;
        }
    }

    /** A large cache. */
    @Clean(why = "a cache of a million entries", levelsOffAfter = 1_000_000, holdsAtMostBytes = 200_000_000)
    public static final class MillionEntries implements Callable<Object> {
        private final Map<Long, byte[]> cache = new Latest(1_000_000);
        private long next;

        @Override
        public synchronized Object call() {
            byte[] value = new byte[32];
            cache.put(next++, value);
            return value;
        }
    }

    /** A cache of few and large entries. */
    @Clean(why = "a cache of 100,000 pages", levelsOffAfter = 100_000, holdsAtMostBytes = 120_000_000)
    public static final class LargePages implements Callable<Object> {
        private final Map<Long, byte[]> cache = new Latest(100_000);
        private long next;

        @Override
        public synchronized Object call() {
            byte[] value = new byte[1000];
            cache.put(next++, value);
            return value;
        }
    }

    /** Keys at random, of which there are many. */
    @Clean(why = "two million keys, at random", levelsOffAfter = 30_000_000, holdsAtMostBytes = 200_000_000)
    public static final class TwoMillionKeys implements Callable<Object> {
        private final Map<Integer, Integer> counts = new HashMap<>();
        private final Random random = new Random(7);

        @Override
        public synchronized Object call() {
            return counts.merge(random.nextInt(2_000_000), 1, Integer::sum);
        }
    }

    /** Sessions by the time at which they began. */
    private abstract static class Sessions implements Callable<Object> {
        private final Deque<Session> sessions = new ArrayDeque<>();
        private final long lifeNanos;

        Sessions(long lifeSeconds) {
            lifeNanos = TimeUnit.SECONDS.toNanos(lifeSeconds);
        }

        @Override
        public synchronized Object call() {
            long now = System.nanoTime();
            while (!sessions.isEmpty() && now - sessions.getFirst().began() > lifeNanos) {
                sessions.removeFirst();
            }
            spin(4_000);
            sessions.addLast(new Session(now, new byte[80]));
            return sessions;
        }
    }

    private record Session(
            long began,
            @SuppressWarnings("ArrayRecordComponent") byte[] data) {}

    /** A session store of short sessions. */
    @Clean(why = "entries live for 10 s", swings = true)
    public static final class ExpireAfterTenSeconds extends Sessions {
        /** Ten seconds. */
        public ExpireAfterTenSeconds() {
            super(10);
        }
    }

    /** A session store. */
    @Clean(why = "entries live for 30 s", swings = true)
    public static final class ExpireAfterThirtySeconds extends Sessions {
        /** Thirty seconds. */
        public ExpireAfterThirtySeconds() {
            super(30);
        }
    }

    /** Entries that a scheduler takes out. */
    @Clean(why = "entries are taken out after 12 s by a scheduler", swings = true)
    public static final class ExpireBySchedule implements Callable<Object>, AutoCloseable {
        private final Map<Long, byte[]> entries = new ConcurrentHashMap<>();
        private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "expiry");
            thread.setDaemon(true);
            return thread;
        });
        private long next;

        @Override
        public synchronized Object call() {
            long key = next++;
            spin(20_000);
            entries.put(key, new byte[100]);
            Future<?> expiry = scheduler.schedule(() -> entries.remove(key), 12, TimeUnit.SECONDS);
            return expiry.isDone();
        }

        @Override
        public void close() {
            scheduler.shutdownNow();
        }
    }

    /** A buffer that is written out when it is large. */
    @Clean(why = "flushed at 100 MB", holdsAtMostBytes = 120_000_000, swings = true)
    public static final class FlushedAtHundredMegabytes implements Callable<Object> {
        private final List<byte[]> buffer = new ArrayList<>();

        @Override
        public synchronized Object call() {
            buffer.add(new byte[500]);
            if (buffer.size() >= 190_000) {
                buffer.clear();
            }
            return buffer;
        }
    }

    /** Something in the background that holds now more, now less. */
    private abstract static class Swing implements Callable<Object>, AutoCloseable {
        private static final int MOST_MEGABYTES = 48;
        private volatile byte[][] live = {};
        private final Thread thread = new Thread(this::swing, "swing");

        Swing() {
            thread.setDaemon(true);
            thread.start();
        }

        private void swing() {
            Random random = new Random(3);
            while (!Thread.currentThread().isInterrupted()) {
                byte[][] next = new byte[random.nextInt(MOST_MEGABYTES)][];
                for (int i = 0; i < next.length; i++) {
                    next[i] = new byte[1 << 20];
                }
                live = next;
                LockSupport.parkNanos(25_000_000);
            }
        }

        @Override
        public Object call() {
            spin(80_000);
            return live;
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }

    /** Nothing is kept. */
    @Clean(why = "a background thread holds up to 48 MB", holdsAtMostBytes = 60_000_000, swings = true)
    public static final class SwingingLiveSet extends Swing {}

    /** A request that waits, and keeps nothing. */
    @Clean(why = "a request of 20 ms")
    public static final class SlowRequests implements Callable<Object> {
        private int requests;

        @Override
        public synchronized Object call() throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(20);
            return "request " + requests++ + " has ended";
        }
    }

    /** As a session store, but nobody takes them out. */
    @Leaks(why = "sessions have a time and no end", perOperation = 24 + 96 + 4)
    public static final class SessionsWithoutEnd extends Sessions {
        /** Longer than any check. */
        public SessionsWithoutEnd() {
            super(1_000_000);
        }
    }

    /** As a cache of a million entries, but nobody takes them out. */
    @Leaks(why = "a cache without a bound", perOperation = 40 + 24 + 48 + 8)
    public static final class MillionEntriesAndOn implements Callable<Object> {
        private final Map<Long, byte[]> cache = new Latest(Integer.MAX_VALUE);
        private long next = 1_000_000;

        @Override
        public synchronized Object call() {
            byte[] value = new byte[32];
            cache.put(next++, value);
            return value;
        }
    }

    /** A leak that hides in a swing. */
    @Leaks(why = "4,000 B an operation beside a live set that swings by 48 MB", perOperation = 4_016)
    public static final class KeptBesideASwing extends Swing {
        private final List<byte[]> kept = new ArrayList<>();

        @Override
        public synchronized Object call() {
            kept.add(new byte[4_000]);
            return super.call();
        }
    }

    /** A leak of a slow operation. */
    @Leaks(why = "every tenth request of 20 ms keeps a string", perOperation = 8.8, period = 10)
    public static final class SlowRequestsKeepATenth implements Callable<Object> {
        private final List<String> kept = new ArrayList<>();
        private int requests;

        @Override
        public synchronized Object call() throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(20);
            if (requests++ % 10 == 0) {
                kept.add("request " + requests + " took long and ended well");
            }
            return kept;
        }
    }

    /** Direct memory in large steps. */
    @Leaks(
            why = "16 MiB of direct memory in each 900 operations",
            signal = Signal.DIRECT_BUFFERS,
            perOperation = 1 / 900.0,
            period = 900)
    public static final class DirectBuffersInSteps implements Callable<Object> {
        private final List<ByteBuffer> pieces = new ArrayList<>();
        private long requests;

        @Override
        public synchronized Object call() {
            spin(1_000_000);
            if (requests++ % 900 == 0) {
                pieces.add(ByteBuffer.allocateDirect(1 << 24));
            }
            return pieces;
        }
    }

    private static void spin(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
