package org.evenkeel.hotpaths.audits;

import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.evenkeel.hotpaths.inputs.Counter;

/** Striped locks that readers share: three audits in four find nothing new and need not wait for each other. */
final class ReadWriteLocks implements RecordLocks {

    private final Stripe[] stripes;
    private final Counter waits = RecordLocks.newWaits();

    ReadWriteLocks() {
        this(StripedLocks.STRIPES);
    }

    /** @param stripes how many; a power of two */
    ReadWriteLocks(int stripes) {
        this.stripes = Stream.generate(Stripe::new).limit(stripes).toArray(Stripe[]::new);
    }

    @Override
    public Hold exclusive(int record) {
        return take(stripe(record).write);
    }

    @Override
    public Hold shared(int record) {
        return take(stripe(record).read);
    }

    @Override
    public Counter waits() {
        return waits;
    }

    @Override
    public int held() {
        return (int) Arrays.stream(stripes).filter(Stripe::isHeld).count();
    }

    private Stripe stripe(int record) {
        return stripes[record & (stripes.length - 1)];
    }

    private Hold take(Side side) {
        if (!side.lock.tryLock()) {
            waits.increment();
            side.lock.lock();
        }
        return side;
    }

    private static final class Stripe {
        private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
        final Side read = new Side(lock.readLock(), false);
        final Side write = new Side(lock.writeLock(), true);

        boolean isHeld() {
            return lock.isWriteLocked() || lock.getReadLockCount() > 0;
        }
    }

    /** One side of a lock, and the hold on it. */
    private record Side(Lock lock, boolean isExclusive) implements Hold {
        @Override
        public void close() {
            lock.unlock();
        }
    }
}
