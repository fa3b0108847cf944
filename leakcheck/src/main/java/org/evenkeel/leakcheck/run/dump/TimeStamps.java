package org.evenkeel.leakcheck.run.dump;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;

/**
 * Tells whether an object carries a time of now: what expires has to know since when it is there, or until when.
 *
 * @param nanoTime of now, by {@link System#nanoTime()}, which on one machine is the same clock in all JVMs
 * @param epochMillis of now
 */
record TimeStamps(long nanoTime, long epochMillis) {

    private static final Duration WRITTEN_SINCE = Duration.ofMinutes(10);
    private static final Duration EXPIRES_WITHIN = Duration.ofHours(1);

    /** Right after a machine has booted, its clock says what counters say as well. */
    private static final double LEAST_OF_NANO_TIME = 0.5;

    /** Times that are not one {@code long}. */
    private static final Set<String> TIMES = Set.of("java.time.LocalTime", "java.time.LocalDate");

    static TimeStamps aroundNow() {
        return new TimeStamps(System.nanoTime(), System.currentTimeMillis());
    }

    /**
     * Whether one of its fields is a time, as nanoseconds of the JVM, or as milliseconds or seconds since 1970.
     *
     * @param values the object's fields, as a dump has them
     */
    boolean isIn(DumpClass type, ByteBuffer values) {
        for (int offset : type.longs) {
            if (isTime(values.getLong(offset))) {
                return true;
            }
        }
        return TIMES.contains(type.name);
    }

    boolean isTime(long value) {
        double sinceNanos = Math.max(nanoTime - (double) WRITTEN_SINCE.toNanos(), LEAST_OF_NANO_TIME * nanoTime);
        return (value >= sinceNanos && value <= nanoTime + EXPIRES_WITHIN.toNanos())
                || isAround(value, epochMillis, 1)
                || isAround(value, epochMillis / 1000, 1000);
    }

    private static boolean isAround(long value, long now, long millisEach) {
        return value >= now - WRITTEN_SINCE.toMillis() / millisEach
                && value <= now + EXPIRES_WITHIN.toMillis() / millisEach;
    }
}
