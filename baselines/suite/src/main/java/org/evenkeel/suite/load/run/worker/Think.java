package org.evenkeel.suite.load.run.worker;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Time that a user takes from an answer to the next request.
 *
 * @param kind how it is drawn
 * @param fromNanos the least, or the mean of an exponential one, at least 0
 * @param toNanos the most of a uniform one; otherwise the same as the other
 */
public record Think(Kind kind, long fromNanos, long toNanos) {

    /** None at all. */
    public static final Think NONE = new Think(Kind.FIXED, 0, 0);

    /** An exponential think time is cut off there: once in some 22,000 times. */
    private static final int MOST_MEANS = 10;

    /** How a think time is drawn. */
    public enum Kind {
        /** Always the same. */
        FIXED,
        /** Anything between two bounds. */
        UNIFORM,
        /** Without memory, as of many users that know nothing of each other. */
        EXPONENTIAL
    }

    public Think {
        if (fromNanos < 0 || toNanos < fromNanos) {
            throw new IllegalArgumentException("a think time from " + fromNanos + " to " + toNanos + " ns");
        }
    }

    /** Its mean, in nanoseconds. */
    public double meanNanos() {
        return kind == Kind.UNIFORM ? (fromNanos + (double) toNanos) / 2 : fromNanos;
    }

    /** The next one, in nanoseconds. */
    public long next(Dice dice) {
        return switch (kind) {
            case FIXED -> fromNanos;
            case UNIFORM -> fromNanos + (long) (dice.next() * (toNanos - fromNanos));
            case EXPONENTIAL -> (long) (fromNanos * Math.min(MOST_MEANS, -Math.log(1 - dice.next())));
        };
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(kind.name());
        out.writeLong(fromNanos);
        out.writeLong(toNanos);
    }

    static Think read(DataInput in) throws IOException {
        return new Think(Kind.valueOf(in.readUTF()), in.readLong(), in.readLong());
    }
}
