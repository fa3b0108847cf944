package org.evenkeel.hotpaths.audits;

import org.evenkeel.hotpaths.inputs.Counter;

/** Where requests come in: lets the auditor do each, and counts them, as many times as fail. */
final class AuditDesk {

    private final Amendments amendments;
    private final Auditor auditor;
    private final Counter requests = new Counter("audits.requests", "requests");
    private final Counter errors = new Counter("audits.errors", "requests");

    AuditDesk(Amendments amendments, Auditor auditor) {
        this.amendments = amendments;
        this.auditor = auditor;
    }

    /**
     * Handles one request.
     *
     * @throws RuntimeException as the auditor does, but for a lock that was not to be had, which is an answer
     */
    Outcome handle(int record) {
        requests.increment();
        amendments.requestArrives(record);
        try {
            return auditor.audit(record);
        } catch (LockTimeoutException e) {
            errors.increment();
            return Outcome.TIMED_OUT;
        } catch (RuntimeException e) {
            errors.increment();
            throw e;
        }
    }

    Counter requests() {
        return requests;
    }

    Counter errors() {
        return errors;
    }
}
