package org.evenkeel.hotpaths.planted;

import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;
import org.evenkeel.hotpaths.inputs.Seeds;
import org.evenkeel.workload.Caller;

/** One caller of {@code planted}, with its own kibibyte. */
final class PlantedCaller implements Caller {

    private static final int BUFFER_BYTES = 1024;
    private static final long FNV_OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    /** A broken caller forgets the first operation and then one in so many. */
    private static final long FORGETS_ONE_IN = 100;

    private final Faults faults;
    private final Leak leak;
    private final Waste waste;
    private final LongAdder begun;
    private final LongAdder ended;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private byte[] garbage = {};
    private long operations;

    PlantedCaller(Faults faults, Leak leak, Waste waste, LongAdder begun, LongAdder ended, int index, long seed) {
        this.faults = faults;
        this.leak = leak;
        this.waste = waste;
        this.begun = begun;
        this.ended = ended;
        Seeds.random(index, seed).nextBytes(buffer);
    }

    /** The lowest byte of the hash; {@code Byte} has all its values ready, so that the answer costs no garbage. */
    @Override
    public Byte request() throws IOException {
        begun.increment();
        try {
            byte answer = work();
            doWrong();
            return answer;
        } finally {
            if (!faults.broken() || operations % FORGETS_ONE_IN != 0) {
                ended.increment();
            }
            operations++;
        }
    }

    /** Replaces the first eight bytes by the hash of all, so that no operation can be done ahead of the one before. */
    private byte work() {
        long hash = fnv1a(buffer);
        for (int i = 0; i < Long.BYTES; i++) {
            buffer[i] = (byte) (hash >>> (i * Byte.SIZE));
        }
        return buffer[0];
    }

    /** The 64-bit hash of Fowler, Noll and Vo, variant 1a (RFC 9923). */
    static long fnv1a(byte[] bytes) {
        long hash = FNV_OFFSET_BASIS;
        for (byte b : bytes) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return hash;
    }

    private void doWrong() throws IOException {
        if (faults.allocateBytes() > 0) {
            // Kept until the next one comes, so that the JIT cannot do without the array.
            garbage = Waste.garbage(faults.allocateBytes());
            garbage[0] = buffer[0];
        }
        if (operations % faults.leakEvery() == faults.leakEvery() - 1) {
            leak.hold();
        }
        if (faults.spinNanos() > 0) {
            Waste.spin(faults.spinNanos());
        }
        if (faults.holdNanos() > 0) {
            waste.hold(faults.holdNanos());
        }
        if (faults.sleepMillis() > 0) {
            Waste.sleep(faults.sleepMillis());
        }
        if (faults.stallMillis() > 0) {
            Waste.stall(faults.stallMillis(), faults.periodMillis());
        }
    }
}
