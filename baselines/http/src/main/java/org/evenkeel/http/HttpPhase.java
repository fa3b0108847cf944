package org.evenkeel.http;

import io.hyperfoil.api.config.Step;
import io.hyperfoil.api.config.Visitor;
import io.hyperfoil.api.session.Session;
import io.hyperfoil.core.impl.LocalSimulationRunner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenkeel.suite.load.run.worker.Arrivals;
import org.evenkeel.suite.load.run.worker.Counts;
import org.evenkeel.suite.load.run.worker.Dice;
import org.evenkeel.suite.load.run.worker.PhaseOrder;
import org.evenkeel.suite.load.run.worker.Plan;
import org.evenkeel.suite.load.run.worker.Running;
import org.jspecify.annotations.Nullable;

/** One phase: its users, from the first connection to the last answer. */
final class HttpPhase implements Running {

    /** From the last user's coming to the first arrival. */
    private static final long LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** How long the connections of all users may take. */
    private static final long OPEN_SECONDS = 60;

    /** How long a request that was begun may still take when the phase and the time for late arrivals are over. */
    private static final long LAST_REQUEST_SECONDS = 20;

    /** The same after Ctrl-C. */
    private static final long STOPPED_SECONDS = 5;

    private static final long CLOSE_SECONDS = 10;

    final PhaseOrder order;
    final Plan plan;
    final Counts counts;
    final Ask[] asks;

    private final long seed;
    private final HttpUser[] users;
    private final CountDownLatch here;
    private final CountDownLatch gone;
    private final AtomicInteger present = new AtomicInteger();
    private volatile @Nullable Arrivals arrivals;
    private volatile long start;
    private volatile boolean isOpen;
    private volatile boolean isStopped;
    private volatile boolean hasGivenUp;
    private volatile long stoppedAt;
    private volatile long offeredAtStop = -1;
    private volatile @Nullable Throwable failure;
    private @Nullable LocalSimulationRunner runner;
    private @Nullable Thread thread;

    HttpPhase(PhaseOrder order, Plan plan, Counts counts, Ask[] asks, long seed) {
        this.order = order;
        this.plan = plan;
        this.counts = counts;
        this.asks = asks;
        this.seed = seed;
        users = new HttpUser[order.users()];
        here = new CountDownLatch(users.length);
        gone = new CountDownLatch(users.length);
    }

    /** The step that every session goes through; its users are found by the number of the session. */
    private static final class UserStep implements Step {
        @Visitor.Ignore
        private final transient HttpUser[] users;

        UserStep(HttpUser[] users) {
            this.users = users;
        }

        @Override
        public boolean invoke(Session session) {
            return users[session.uniqueId()].go(session);
        }
    }

    /** Brings the users, each with an open connection where the service lets them have one, and sets the start. */
    void open(Hyperfoil hyperfoil) throws InterruptedException {
        int[] kinds = plan.shareOut(users.length);
        for (int i = 0; i < users.length; i++) {
            users[i] = new HttpUser(i, kinds[i], this, new Dice(seed + i), hyperfoil.timeoutMillis());
        }
        LocalSimulationRunner simulation = hyperfoil.runner(users.length, new UserStep(users));
        runner = simulation;
        Thread running = new Thread(
                () -> {
                    try {
                        simulation.run();
                    } catch (RuntimeException e) {
                        failure = e;
                    }
                },
                "evenkeel-hyperfoil");
        running.setDaemon(true);
        running.start();
        thread = running;
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(OPEN_SECONDS);
        while (!here.await(100, TimeUnit.MILLISECONDS)) {
            if (!running.isAlive() || System.nanoTime() - until > 0) {
                throw new IllegalStateException(
                        "expected " + users.length + " connections within " + OPEN_SECONDS + " s, found "
                                + (users.length - here.getCount()),
                        failure);
            }
        }
        start = System.nanoTime() + LEAD_NANOS;
        if (order.kind() == PhaseOrder.Kind.CONSTANT || order.kind() == PhaseOrder.Kind.POISSON) {
            arrivals = new Arrivals(order, start, seed);
        }
        present.set(users.length);
        isOpen = true;
        wakeAll();
    }

    private void wakeAll() {
        for (HttpUser user : users) {
            user.wake();
        }
    }

    /** A user is here, with a connection or the knowledge that there is none. */
    void came() {
        here.countDown();
    }

    void left() {
        present.decrementAndGet();
        gone.countDown();
    }

    /** Whether the start is set. */
    boolean isOpen() {
        return isOpen;
    }

    boolean isStopped() {
        return isStopped;
    }

    /** Whether requests that end now have been counted already. */
    boolean hasGivenUp() {
        return hasGivenUp;
    }

    @Nullable
    Arrivals arrivals() {
        return arrivals;
    }

    /** When a closed user begins. */
    long begins(int user) {
        return order.perSecond() == 0 ? start : start + (long) (user / order.perSecond() * 1e9);
    }

    @Override
    public long start() {
        return start;
    }

    @Override
    public void run() throws InterruptedException {
        long last = order.nanos() + order.drainNanos() + TimeUnit.SECONDS.toNanos(LAST_REQUEST_SECONDS);
        Thread running = thread;
        while (running != null && running.isAlive() && !gone.await(100, TimeUnit.MILLISECONDS)) {
            long now = System.nanoTime();
            if (now - start > last || (isStopped && now - stoppedAt > TimeUnit.SECONDS.toNanos(STOPPED_SECONDS))) {
                giveUp(running);
                break;
            }
        }
        Arrivals open = arrivals;
        if (open != null && !isStopped) {
            open.countLost(plan, counts, new Dice(seed), System.nanoTime());
        }
        isStopped = true;
        if (running != null) {
            running.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
        }
        Throwable thrown = failure;
        if (thrown != null) {
            throw new IllegalStateException("Hyperfoil failed", thrown);
        }
    }

    /** Ends what does not end by itself, and counts it as lost. */
    private void giveUp(Thread running) throws InterruptedException {
        hasGivenUp = true;
        long now = System.nanoTime();
        for (int i = 0; running.isAlive() && i < CLOSE_SECONDS * 10; i++) {
            if (runner != null) {
                runner.terminatePhase(Hyperfoil.PHASE);
            }
            running.join(100);
        }
        for (HttpUser user : users) {
            user.giveUp(now, "did not end within " + LAST_REQUEST_SECONDS + " s after the phase");
        }
    }

    @Override
    public void stop() {
        offeredAtStop = offered(System.nanoTime());
        stoppedAt = System.nanoTime();
        isStopped = true;
        wakeAll();
    }

    @Override
    public int present() {
        return order.begun(System.nanoTime() - start, present.get());
    }

    @Override
    public long offered(long now) {
        Arrivals open = arrivals;
        if (offeredAtStop >= 0) {
            return offeredAtStop;
        }
        if (open != null) {
            return open.offered(now);
        }
        return order.kind() == PhaseOrder.Kind.BURSTS ? order.offeredInBursts(now - start) : -1;
    }

    /** Users share event loops; what the whole process takes is the driver's. */
    @Override
    public long cpuNanos() {
        return 0;
    }
}
