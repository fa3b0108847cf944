package org.evenkeel.hotpaths.audits;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A record and how far it was audited. Not safe to use from many threads by itself: whoever reads it holds its lock, and
 * whoever changes it holds it exclusively.
 */
class AuditedRecord {

    /** Bookings that an amount is compared with; a power of two. */
    private static final int HISTORY = 16;

    private final int number;
    private final int[] lastAmountsCents = new int[HISTORY];
    private long examined;

    AuditedRecord(int number) {
        this.number = number;
    }

    /** So many records, numbered from 0. */
    static List<AuditedRecord> numbered(int records) {
        return IntStream.range(0, records).mapToObj(AuditedRecord::new).toList();
    }

    /** The last booking that was examined, 0 when none was. */
    final long examined() {
        return examined;
    }

    /**
     * Examines the bookings after the last one examined and flags those that are suspicious. When the ledger fails, what
     * was done before stays done, and the next audit goes on from there.
     *
     * @param bookings how many there are
     * @return how many were flagged
     */
    int examine(long bookings, Ledger ledger, FlagLog flags) {
        int flagged = 0;
        while (examined < bookings) {
            long booking = examined + 1;
            int amountCents = ledger.amountCents(number, booking);
            if (isSuspicious(amountCents)) {
                flags.flag(number, booking);
                flagged++;
            }
            enter(booking, amountCents);
        }
        return flagged;
    }

    /** Marks a booking as examined and keeps its amount for comparison. */
    final void enter(long booking, int amountCents) {
        lastAmountsCents[(int) booking & (HISTORY - 1)] = amountCents;
        examined = booking;
    }

    /** Whether an amount is more than twice the mean of the last sixteen; those not there yet count as nothing. */
    final boolean isSuspicious(int amountCents) {
        long sum = 0;
        for (int earlier : lastAmountsCents) {
            sum += earlier;
        }
        return (long) amountCents * HISTORY > 2 * sum;
    }
}
