package org.evenkeel.hotpaths.audits;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import org.evenkeel.hotpaths.inputs.Counter;

/**
 * A lock for each record that somebody wants right now, and for no other: no two records are in each other's way, for two
 * visits to the map and a lock of garbage per request.
 *
 * <p>Each lock knows how many hold it or wait for it. It leaves the map with the last of them and not with the first that
 * unlocks: a lock taken out under those who wait would let in somebody who finds none and makes a new one.
 */
final class MapLocks implements RecordLocks {

    private final ConcurrentMap<Integer, Entry> entries = new ConcurrentHashMap<>();
    private final Counter waits = RecordLocks.newWaits();

    @Override
    public Hold exclusive(int record) {
        Entry entry = entries.compute(record, (key, present) -> {
            Entry joined = present == null ? new Entry(record) : present;
            joined.interested++;
            return joined;
        });
        if (!entry.tryLock()) {
            waits.increment();
            entry.lock();
        }
        return entry;
    }

    @Override
    public Counter waits() {
        return waits;
    }

    @Override
    public int held() {
        return entries.size();
    }

    private final class Entry extends ReentrantLock implements Hold {
        private static final long serialVersionUID = 1L;

        private final int record;

        /** How many hold this lock or wait for it; guarded by the map, which computes one key at a time. */
        private int interested;

        Entry(int record) {
            this.record = record;
        }

        @Override
        public void close() {
            unlock();
            entries.computeIfPresent(record, (key, present) -> --present.interested == 0 ? null : present);
        }
    }
}
