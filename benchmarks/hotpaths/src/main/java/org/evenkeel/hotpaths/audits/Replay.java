package org.evenkeel.hotpaths.audits;

import java.util.List;
import org.evenkeel.workload.Invariants;

/**
 * The same audit once more, by one thread and without a lock: which flags there should be. It keeps up with the records from
 * check to check, so that a check costs as much as was audited since the last one.
 */
final class Replay {

    private final List<AuditedRecord> records;
    private final FlagLog flags;
    private final Ledger ledger;

    Replay(int records, Ledger ledger) {
        this.records = AuditedRecord.numbered(records);
        this.flags = new FlagLog(records, new Invariants());
        this.ledger = ledger;
    }

    /** How many flags a record should have after so many bookings, modulo 2^32. */
    int flagsAfter(int record, long bookings) {
        records.get(record).examine(bookings, ledger, flags);
        return flags.flags(record);
    }
}
