package org.evenkeel.hotpaths.audits;

import org.evenkeel.hotpaths.inputs.Seeds;

/** The books that an audit reads. */
@FunctionalInterface
interface Ledger {

    /**
     * The amount of a booking; the same whenever it is read.
     *
     * @param booking its number within the record, from 1
     * @throws RuntimeException when the books cannot be read
     */
    int amountCents(int record, long booking);

    /** Made-up books: most bookings are of 100 to 163 euros, one in four is of ten times that. */
    static Ledger madeUp() {
        return (record, booking) -> {
            long drawn = Seeds.mix(((long) record << 40) + booking);
            int amountCents = 10_000 + (int) (drawn & 0x3F) * 100;
            return (drawn >>> 62) == 0 ? 10 * amountCents : amountCents;
        };
    }
}
