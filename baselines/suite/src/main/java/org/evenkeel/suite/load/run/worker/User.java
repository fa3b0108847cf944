package org.evenkeel.suite.load.run.worker;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.evenkeel.workload.Caller;
import org.jspecify.annotations.Nullable;

/** Somebody who makes requests, one at a time, on a thread of his own. */
abstract class User implements Runnable {

    private static final int IDLE = -1;

    final int number;
    final Dice dice;
    protected final PathPhase phase;
    protected final Requests requests;

    /** Written and never read: so the JIT cannot drop requests whose answer nobody needs. */
    @SuppressWarnings("UnusedVariable")
    @Nullable
    Object answer;

    private final AtomicInteger task = new AtomicInteger(IDLE);
    private volatile long dueNanos;
    private volatile @Nullable Thread thread;
    private volatile boolean isDone;
    private @Nullable Caller own;
    private int ownTarget;
    private long cpuNanos;

    User(int number, PathPhase phase, Requests requests, long seed) {
        this.number = number;
        this.phase = phase;
        this.requests = requests;
        dice = new Dice(seed + number);
    }

    /** Makes requests until there are no more to make. */
    abstract void work() throws InterruptedException;

    @Override
    public final void run() {
        thread = Thread.currentThread();
        try {
            work();
        } catch (InterruptedException stuck) {
            // Told to give up after the end of the phase.
        } finally {
            cpuNanos = phase.ownCpuNanos();
            answer = null;
            isDone = true;
            phase.left();
        }
    }

    /** Whether it has gone home. */
    boolean isDone() {
        return isDone;
    }

    /** Processor time of its thread; known once it has gone home, 0 where the JVM does not tell. */
    long cpuNanos() {
        return cpuNanos;
    }

    /** A caller that nobody else uses. */
    Caller own(int target, Callers callers) {
        if (own == null || ownTarget != target) {
            own = callers.another(number);
            ownTarget = target;
        }
        return own;
    }

    void begins(int which, long due) {
        dueNanos = due;
        task.set(which);
    }

    /** Whether the request that ends is still to be counted. */
    boolean ends() {
        return task.getAndSet(IDLE) != IDLE;
    }

    /** Counts a request that does not end as lost. */
    boolean giveUp(long now) {
        int stuck = task.getAndSet(IDLE);
        if (stuck != IDLE) {
            requests.counts().tasks[stuck].lost(now - dueNanos);
        }
        return stuck != IDLE;
    }

    void wake() {
        LockSupport.unpark(thread);
    }

    void interrupt() {
        Thread mine = thread;
        if (mine != null) {
            mine.interrupt();
        }
    }

    /**
     * Waits until a moment; counts how late it woke up.
     *
     * @return whether it came in time to wait at all
     */
    boolean awaitDue(long due) throws InterruptedException {
        long left = due - System.nanoTime();
        if (left <= 0) {
            return false;
        }
        while (left > 0 && !phase.isStopped()) {
            LockSupport.parkNanos(this, left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            left = due - System.nanoTime();
        }
        if (left <= 0) {
            requests.counts().lag(-left);
        }
        return true;
    }

    /** Asks, waits for the answer, thinks, and asks again. */
    static final class Closed extends User {
        private final int kind;
        private final long firstDue;
        private final long end;

        Closed(int number, int kind, long firstDue, long end, PathPhase phase, Requests requests, long seed) {
            super(number, phase, requests, seed);
            this.kind = kind;
            this.firstDue = firstDue;
            this.end = end;
        }

        @Override
        void work() throws InterruptedException {
            Think think = requests.plan().think[kind];
            boolean thinks = think.toNanos() > 0;
            // Users who all think for as long would else come in step for ever.
            long due = firstDue + (long) (dice.next() * think.next(dice));
            while (due - end < 0 && !phase.isStopped()) {
                awaitDue(due);
                if (phase.isStopped()) {
                    return;
                }
                long ended = requests.make(this, requests.plan().nextTask(kind, dice), due);
                due = thinks ? ended + think.next(dice) : ended;
            }
        }
    }

    /** Takes the next arrival, whoever it is, waits until it is due, and makes its request. */
    static final class Server extends User {
        private final Arrivals arrivals;

        Server(int number, Arrivals arrivals, PathPhase phase, Requests requests, long seed) {
            super(number, phase, requests, seed);
            this.arrivals = arrivals;
        }

        @Override
        void work() throws InterruptedException {
            for (long index = arrivals.take(); index >= 0; index = arrivals.take()) {
                long due = arrivals.due(index);
                if (!awaitDue(due)) {
                    requests.counts().waited.increment();
                }
                if (phase.isStopped()) {
                    return;
                }
                Plan plan = requests.plan();
                requests.make(this, plan.nextTask(plan.kinds.next(dice), dice), due);
            }
        }
    }

    /** Comes with all the others, once or several times. */
    static final class Burst extends User {
        private final int kind;
        private final long start;
        private final PhaseOrder order;

        Burst(int number, int kind, long start, PhaseOrder order, PathPhase phase, Requests requests, long seed) {
            super(number, phase, requests, seed);
            this.kind = kind;
            this.start = start;
            this.order = order;
        }

        @Override
        void work() throws InterruptedException {
            long drainEnd = start + order.nanos() + order.drainNanos();
            for (int burst = 0; burst < order.times() && !phase.isStopped(); burst++) {
                long due = start + burst * order.everyNanos();
                awaitDue(due);
                if (phase.isStopped()) {
                    return;
                }
                int task = requests.plan().nextTask(kind, dice);
                if (System.nanoTime() - drainEnd > 0) {
                    requests.counts().tasks[task].lost(System.nanoTime() - due);
                } else {
                    requests.make(this, task, due);
                }
            }
        }
    }
}
