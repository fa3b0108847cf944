package org.evenkeel.suite.load.run.worker;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One phase: its users, from the first to the last of them. */
final class PathPhase implements Running {

    /** How long a request that was begun may still take when the phase and the time for late arrivals are over. */
    private static final long LAST_REQUEST_SECONDS = 20;

    /** How long one that was interrupted has to give up. */
    private static final long INTERRUPTED_SECONDS = 2;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final PhaseOrder order;
    private final Requests requests;
    private final Threads threads;
    private final long start;
    private final User[] users;
    private final CountDownLatch present;
    private final AtomicInteger here = new AtomicInteger();
    private final @Nullable Arrivals arrivals;
    private final Dice dice;
    private volatile boolean stopped;
    private volatile long offeredAtStop = -1;

    /** @param start when it begins, by the clock of {@link System#nanoTime} */
    PathPhase(PhaseOrder order, Requests requests, long start, long seed, Threads threads) {
        this.threads = threads;
        this.order = order;
        this.requests = requests;
        this.start = start;
        users = new User[order.users()];
        present = new CountDownLatch(users.length);
        arrivals = order.kind() == PhaseOrder.Kind.CONSTANT || order.kind() == PhaseOrder.Kind.POISSON
                ? new Arrivals(order, start, seed)
                : null;
        dice = new Dice(seed);
        int[] kinds = Choices.shareOut(requests.plan().weights, users.length);
        for (int i = 0; i < users.length; i++) {
            users[i] = arrivals != null
                    ? new User.Server(i, arrivals, this, requests, seed)
                    : order.kind() == PhaseOrder.Kind.BURSTS
                            ? new User.Burst(i, kinds[i], start, order, this, requests, seed)
                            : new User.Closed(i, kinds[i], begins(i), start + order.nanos(), this, requests, seed);
        }
    }

    private long begins(int user) {
        return order.perSecond() == 0 ? start : start + (long) (user / order.perSecond() * 1e9);
    }

    @Override
    public void run() throws InterruptedException {
        for (User user : users) {
            here.incrementAndGet();
            threads.start(user);
        }
        long last = order.nanos() + order.drainNanos() + TimeUnit.SECONDS.toNanos(LAST_REQUEST_SECONDS);
        while (!present.await(100, TimeUnit.MILLISECONDS)) {
            long over = System.nanoTime() - start - last;
            if (over > 0 || (stopped && isLate())) {
                giveUp();
                break;
            }
        }
        if (arrivals != null && !stopped) {
            arrivals.countLost(requests.plan(), requests.counts(), dice, System.nanoTime());
        }
        stopped = true;
    }

    private long stoppedAt;

    private boolean isLate() {
        if (stoppedAt == 0) {
            stoppedAt = System.nanoTime();
        }
        return System.nanoTime() - stoppedAt > TimeUnit.SECONDS.toNanos(LAST_REQUEST_SECONDS / 4);
    }

    private void giveUp() throws InterruptedException {
        long now = System.nanoTime();
        for (User user : users) {
            if (!user.isDone() && user.giveUp(now)) {
                requests.counts().errors.add("did not end within " + LAST_REQUEST_SECONDS + " s after the phase");
            }
        }
        stopped = true;
        for (User user : users) {
            if (!user.isDone()) {
                user.interrupt();
            }
        }
        boolean gone = present.await(INTERRUPTED_SECONDS, TimeUnit.SECONDS);
        if (!gone) {
            // Their threads are daemons and end with this JVM.
            return;
        }
    }

    @Override
    public long start() {
        return start;
    }

    @Override
    public void stop() {
        offeredAtStop = offered(System.nanoTime());
        stopped = true;
        for (User user : users) {
            user.wake();
        }
    }

    boolean isStopped() {
        return stopped;
    }

    void left() {
        here.decrementAndGet();
        present.countDown();
    }

    @Override
    public int present() {
        return order.begun(System.nanoTime() - start, here.get());
    }

    @Override
    public long offered(long now) {
        if (offeredAtStop >= 0) {
            return offeredAtStop;
        }
        if (arrivals != null) {
            return arrivals.offered(now);
        }
        return order.kind() == PhaseOrder.Kind.BURSTS ? order.offeredInBursts(now - start) : -1;
    }

    @Override
    public long cpuNanos() {
        long sum = 0;
        for (User user : users) {
            sum += user.cpuNanos();
        }
        return sum;
    }

    /** That of the current thread; 0 where the JVM does not tell it, which it does of no virtual thread. */
    long ownCpuNanos() {
        try {
            return THREADS.isCurrentThreadCpuTimeSupported() ? Math.max(0, THREADS.getCurrentThreadCpuTime()) : 0;
        } catch (UnsupportedOperationException ofVirtualThread) {
            // Java 17, for which this is compiled, has no way to ask beforehand whether a thread is virtual.
            return 0;
        }
    }
}
