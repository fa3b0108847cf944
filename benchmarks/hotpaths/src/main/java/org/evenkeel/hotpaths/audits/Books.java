package org.evenkeel.hotpaths.audits;

/**
 * What there is to know about the records outside the auditor.
 *
 * @param amendments how many bookings each record has
 * @param ledger what the bookings say
 * @param flags where findings go
 */
record Books(Amendments amendments, Ledger ledger, FlagLog flags) {

    /** The same with another ledger. */
    Books with(Ledger other) {
        return new Books(amendments, other, flags);
    }
}
