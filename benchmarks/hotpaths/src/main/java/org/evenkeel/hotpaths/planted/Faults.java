package org.evenkeel.hotpaths.planted;

/**
 * What an operation does wrong.
 *
 * @param leakEvery operations of a caller from one leak to the next, at least 1
 * @param spinNanos time added to each operation, 0 for none
 * @param allocateBytes garbage added to each operation, 0 for none
 * @param broken whether callers forget at times that an operation has ended
 */
record Faults(long leakEvery, long spinNanos, int allocateBytes, boolean broken) {
    Faults {
        if (leakEvery < 1 || spinNanos < 0 || allocateBytes < 0) {
            throw new IllegalArgumentException("expected leakEvery >= 1, spinNanos >= 0 and allocateBytes >= 0, found "
                    + leakEvery + ", " + spinNanos + " and " + allocateBytes);
        }
    }
}
