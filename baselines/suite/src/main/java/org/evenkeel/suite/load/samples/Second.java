package org.evenkeel.suite.load.samples;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * What went on from one tick to the next, about a second.
 *
 * @param seconds since everything was opened, at its end
 * @param length of it, in seconds
 * @param phase number of the phase, the warm-up included
 * @param offered requests a second that were due; those begun where users decide when they come
 * @param achieved requests a second that were answered well
 * @param errors requests a second that failed
 * @param dropped requests a second that were due and never answered
 * @param users present
 * @param inFlight requests begun and not ended
 * @param times percentiles 50, 95, 99 and the maximum in nanoseconds, of responses where arrivals wait for nobody and of service times
 *     else; NaN where no request ended
 * @param lagNanos how late the driver itself was, 99th percentile; NaN where it waited for nothing
 * @param heapBytes in use
 * @param afterCollectionBytes on the heap after the last collection; empty before the first
 * @param residentBytes of the whole process
 * @param outsideHeapBytes resident, those of the Java heap left out
 * @param descriptors open, where the system tells
 * @param cpu processor time of the process as a share of the machine's
 * @param pauseMillis in collections that stopped the JVM
 * @param gauges of what is driven
 */
@SuppressWarnings("ArrayRecordComponent") // There are thousands of them; they are copied on the way in and out.
public record Second(
        double seconds,
        double length,
        int phase,
        double offered,
        double achieved,
        double errors,
        double dropped,
        int users,
        long inFlight,
        double[] times,
        double lagNanos,
        long heapBytes,
        OptionalLong afterCollectionBytes,
        OptionalLong residentBytes,
        OptionalLong outsideHeapBytes,
        int threads,
        OptionalLong descriptors,
        double cpu,
        long pauseMillis,
        double[] gauges) {

    /** Names of the {@link #times}. */
    public static final List<String> TIMES = List.of("p50", "p95", "p99", "max");

    public Second {
        times = times.clone();
        gauges = gauges.clone();
    }

    @Override
    public double[] times() {
        return times.clone();
    }

    @Override
    public double[] gauges() {
        return gauges.clone();
    }

    /** One of the {@link #times}, by its place. */
    public double time(int place) {
        return times[place];
    }

    /** One of the gauges, by its place. */
    public double gauge(int place) {
        return gauges[place];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Second second
                && seconds == second.seconds
                && phase == second.phase
                && Arrays.equals(times, second.times);
    }

    @Override
    public int hashCode() {
        return Double.hashCode(seconds);
    }
}
