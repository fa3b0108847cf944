package org.evenkeel.hotpaths.planted;

import org.evenkeel.workload.BadPathException;

/**
 * What an operation does wrong.
 *
 * @param leakEvery operations of a caller from one leak to the next, at least 1
 * @param spinNanos time added to each operation, 0 for none
 * @param allocateBytes garbage added to each operation, 0 for none
 * @param holdNanos time that each operation holds the lock of all callers, 0 for no lock
 * @param sleepMillis time that each operation sleeps, 0 for none
 * @param stallMillis time in each period in which nobody is answered, 0 for none
 * @param periodMillis from one stall to the next, more than a stall
 * @param broken whether callers forget at times that an operation has ended
 */
record Faults(
        long leakEvery,
        long spinNanos,
        int allocateBytes,
        long holdNanos,
        long sleepMillis,
        long stallMillis,
        long periodMillis,
        boolean broken) {
    Faults {
        if (leakEvery < 1 || spinNanos < 0 || allocateBytes < 0 || holdNanos < 0 || sleepMillis < 0) {
            throw new IllegalArgumentException("expected leakEvery >= 1 and the others >= 0, found " + leakEvery + ", "
                    + spinNanos + ", " + allocateBytes + ", " + holdNanos + " and " + sleepMillis);
        }
        if (stallMillis > 0 && stallMillis >= periodMillis) {
            throw new BadPathException("path planted: expected a stall shorter than its period, found stall="
                    + stallMillis + " and period=" + periodMillis);
        }
    }
}
