package org.evenkeel.hotpaths.audits;

import java.util.List;
import org.evenkeel.hotpaths.inputs.Choice;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.Invariants.Violation;

/** A few records, and what a test needs to put an auditor of its own on them. */
final class Fixture {

    static final int RECORDS = 3;

    final Invariants invariants = new Invariants();
    final Books books = new Books(new Amendments(RECORDS), Ledger.madeUp(), new FlagLog(RECORDS, invariants));

    /** Lets so many bookings happen. */
    void amend(int record, int bookings) {
        for (int i = 0; i < 4 * bookings; i++) {
            books.amendments().requestArrives(record);
        }
    }

    Auditor auditor(Ledger ledger, RecordLocks locks) {
        return new Auditor(AuditedRecord.numbered(RECORDS), books.with(ledger), locks);
    }

    /** What is broken once the path is quiet, by name. */
    List<String> brokenWhenQuiet(Auditor auditor, RecordLocks locks) {
        try (AuditsWorkload workload =
                new AuditsWorkload(Choice.uniform(RECORDS), books, locks, auditor, 1, invariants)) {
            workload.checkInvariants();
            return invariants.violations().stream().map(Violation::invariant).toList();
        }
    }
}
