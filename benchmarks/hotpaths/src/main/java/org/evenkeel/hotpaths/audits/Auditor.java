package org.evenkeel.hotpaths.audits;

import java.util.List;

/** The service: audits a record whenever it is asked to, from any thread. */
class Auditor {

    private final List<AuditedRecord> records;
    private final Books books;
    private final RecordLocks locks;

    Auditor(List<AuditedRecord> records, Books books, RecordLocks locks) {
        this.records = List.copyOf(records);
        this.books = books;
        this.locks = locks;
    }

    /**
     * Audits a record.
     *
     * @throws LockTimeoutException when the record's lock was not to be had in time
     * @throws RuntimeException when the books cannot be read; the lock is then free again
     */
    Outcome audit(int number) {
        try (Hold hold = locks.shared(number)) {
            if (isUpToDate(number)) {
                return Outcome.UNCHANGED;
            }
            if (hold.isExclusive()) {
                return examine(number);
            }
        }
        return auditAlone(number);
    }

    /** A shared hold cannot become an exclusive one, and between the two somebody else may have been here: look again. */
    private Outcome auditAlone(int number) {
        Hold hold = locks.exclusive(number);
        try {
            return isUpToDate(number) ? Outcome.UNCHANGED : examine(number);
        } finally {
            hold.close();
        }
    }

    final Outcome examine(int number) {
        int flagged = records.get(number).examine(books.amendments().bookings(number), books.ledger(), books.flags());
        return flagged == 0 ? Outcome.CLEAN : Outcome.FLAGGED;
    }

    final boolean isUpToDate(int number) {
        return records.get(number).examined() == books.amendments().bookings(number);
    }

    /** The last booking of a record that was examined; to be asked when the path is quiet. */
    long examined(int number) {
        return records.get(number).examined();
    }
}
