package org.evenkeel.suite.load.run.worker;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A phase that the runner is to run.
 *
 * @param kind how requests arrive
 * @param nanos how long requests arrive; of bursts, the time of all of them
 * @param users users of a closed phase or a burst; the most requests at once of an open one; at least 1
 * @param perSecond users that begin in a second of a closed phase, 0 for all at once; arrivals in a second of an open one
 * @param times bursts; 0 for other kinds
 * @param everyNanos from one burst to the next
 * @param drainNanos how long arrivals that are late may still be begun after the phase
 */
public record PhaseOrder(
        Kind kind, long nanos, int users, double perSecond, int times, long everyNanos, long drainNanos) {

    /** How requests arrive. */
    public enum Kind {
        /** A number of users, each of whom waits for the answer, thinks, and asks again. */
        CLOSED,
        /** At even times, whatever the answers. */
        CONSTANT,
        /** At random times, whatever the answers. */
        POISSON,
        /** All users at the same moment, once or again and again. */
        BURSTS
    }

    public PhaseOrder {
        if (nanos < 1 || users < 1 || perSecond < 0 || times < 0 || drainNanos < 0) {
            throw new IllegalArgumentException(kind + " for " + nanos + " ns by " + users + " users");
        }
    }

    /** Whether arrivals wait for nobody, so that times from the intended start are response times. */
    public boolean isOpen() {
        return kind != Kind.CLOSED;
    }

    /**
     * Users of a closed phase that have begun and not gone home.
     *
     * @param elapsedNanos since it began
     * @param here users that have not gone home, begun or not
     */
    public int begun(long elapsedNanos, int here) {
        if (kind != Kind.CLOSED || perSecond == 0) {
            return here;
        }
        long come = (long) (elapsedNanos / 1e9 * perSecond) + 1;
        return (int) Math.max(0, Math.min(here, come));
    }

    /**
     * Requests of all bursts until then.
     *
     * @param elapsedNanos since the phase began; below 0 before it
     */
    public long offeredInBursts(long elapsedNanos) {
        return elapsedNanos < 0 ? 0 : (long) users * Math.min(times, elapsedNanos / everyNanos + 1);
    }

    /** Writes it. */
    public void write(DataOutput out) throws IOException {
        out.writeUTF(kind.name());
        out.writeLong(nanos);
        out.writeInt(users);
        out.writeDouble(perSecond);
        out.writeInt(times);
        out.writeLong(everyNanos);
        out.writeLong(drainNanos);
    }

    /** Reads what {@link #write} wrote. */
    public static PhaseOrder read(DataInput in) throws IOException {
        return new PhaseOrder(
                Kind.valueOf(in.readUTF()),
                in.readLong(),
                in.readInt(),
                in.readDouble(),
                in.readInt(),
                in.readLong(),
                in.readLong());
    }
}
