package org.evenkeel.hotpaths.audits;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What happens to the records while they are audited: every fourth request for a record finds one more booking in it.
 *
 * <p>It is the world outside the service, and knows no lock. Since a request arrives before it asks for the lock, whoever
 * holds a record's lock sees at least the bookings that its own request is about.
 */
final class Amendments {

    private static final int LOG2_REQUESTS_PER_BOOKING = 2;

    private final AtomicLongArray requests;

    Amendments(int records) {
        requests = new AtomicLongArray(records);
    }

    /** Tells that somebody asks for an audit of this record. */
    void requestArrives(int record) {
        requests.incrementAndGet(record);
    }

    /** How many bookings this record has; they are numbered from 1. */
    long bookings(int record) {
        return requests.get(record) >>> LOG2_REQUESTS_PER_BOOKING;
    }
}
