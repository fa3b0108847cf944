package org.evenkeel.suite.load.run.worker;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.evenkeel.workload.Caller;
import org.evenkeel.workload.Workload;

/**
 * The callers of one target, each lent to one user at a time. Up to {@value #MOST} are made beforehand: two thousand users who think for
 * seconds are seldom more than a few at once, and each caller holds inputs of its own.
 */
final class Callers {

    /** Callers that are made beforehand; more are made when more are needed at once. */
    static final int MOST = 512;

    private final Workload workload;
    private final long seed;
    private volatile Caller[] callers;
    private volatile AtomicIntegerArray lent;

    Callers(Workload workload, long seed) {
        this.workload = workload;
        this.seed = seed;
        callers = new Caller[0];
        lent = new AtomicIntegerArray(0);
    }

    /** Makes callers for so many users. Called while none is lent. */
    synchronized void prepare(int users) {
        grow(Math.min(users, MOST));
    }

    private void grow(int size) {
        Caller[] before = callers;
        if (size <= before.length) {
            return;
        }
        Caller[] more = new Caller[size];
        AtomicIntegerArray flags = new AtomicIntegerArray(size);
        for (int i = 0; i < size; i++) {
            more[i] = i < before.length ? before[i] : workload.caller(i, seed);
        }
        callers = more;
        lent = flags;
    }

    /**
     * Lends one.
     *
     * @param user who asks; the same user gets the same caller as long as it is free
     * @return its number; -1 when all are lent
     */
    int lend(int user) {
        AtomicIntegerArray flags = lent;
        int size = flags.length();
        for (int i = 0, at = user % size; i < size; i++, at = at + 1 == size ? 0 : at + 1) {
            if (flags.get(at) == 0 && flags.compareAndSet(at, 0, 1)) {
                return at;
            }
        }
        return -1;
    }

    /** The caller of that number. */
    Caller get(int number) {
        return callers[number];
    }

    /** Takes it back. */
    void giveBack(int number) {
        lent.set(number, 0);
    }

    /** One more than there are, for a user who found all of them lent; it is not lent again. */
    Caller another(int user) {
        return workload.caller(MOST + user, seed);
    }
}
