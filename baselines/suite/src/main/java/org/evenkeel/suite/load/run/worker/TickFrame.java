package org.evenkeel.suite.load.run.worker;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What happened from one tick to the next, as it goes over the pipe. Histograms are in HdrHistogram's own encoding.
 *
 * @param elapsedNanos since everything was opened, at the end of the tick
 * @param nanos length of the tick
 * @param phaseNanos since the phase began; negative before
 * @param offered requests that were due since the phase began; negative where users decide when they come
 * @param begun requests begun in this tick
 * @param waited arrivals in this tick that found no free caller when they were due
 * @param users present at its end
 * @param inFlight requests begun and not ended, at its end
 * @param lag how late users woke up
 * @param tasks by number
 * @param readings of the JVM, in the order of the leak checker's protocol
 * @param jvm further readings, by the places below
 * @param gauges of what is driven, in the order in which they were announced
 * @param errors how often each kind was seen since everything was opened
 */
@SuppressWarnings("ArrayRecordComponent") // It is written or read once, and passed on to nobody.
public record TickFrame(
        long elapsedNanos,
        long nanos,
        long phaseNanos,
        long offered,
        long begun,
        long waited,
        int users,
        long inFlight,
        byte[] lag,
        List<TaskTick> tasks,
        long[] readings,
        long[] jvm,
        double[] gauges,
        Map<String, Long> errors) {

    /** Place of the processor time of this JVM since it was started, in nanoseconds. */
    public static final int CPU = 0;
    /** Place of the number of collections so far. */
    public static final int COLLECTIONS = 1;
    /** Place of the milliseconds in collections that stopped the JVM so far. */
    public static final int PAUSE_MILLIS = 2;
    /** Place of the bytes on the heap after the last collection; 0 before the first. */
    public static final int AFTER_COLLECTION = 3;
    /** Place of the processor time of users of the phase that has just ended, in nanoseconds. */
    public static final int USERS_CPU = 4;
    /** How many there are. */
    static final int JVM_READINGS = 5;

    /**
     * One task in one tick.
     *
     * @param done requests that ended, those that failed included
     * @param dropped requests that were due and never begun, or never ended
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record TaskTick(long done, long errors, long dropped, byte[] response, byte[] service) {}

    void write(DataOutput out) throws IOException {
        for (long number : new long[] {elapsedNanos, nanos, phaseNanos, offered, begun, waited, users, inFlight}) {
            out.writeLong(number);
        }
        bytes(out, lag);
        out.writeInt(tasks.size());
        for (TaskTick task : tasks) {
            out.writeLong(task.done());
            out.writeLong(task.errors());
            out.writeLong(task.dropped());
            bytes(out, task.response());
            bytes(out, task.service());
        }
        longs(out, readings);
        longs(out, jvm);
        out.writeInt(gauges.length);
        for (double gauge : gauges) {
            out.writeDouble(gauge);
        }
        out.writeInt(errors.size());
        for (Map.Entry<String, Long> kind : errors.entrySet()) {
            out.writeUTF(kind.getKey());
            out.writeLong(kind.getValue());
        }
    }

    /** Reads what the runner wrote. */
    public static TickFrame read(DataInput in) throws IOException {
        long elapsed = in.readLong();
        long nanos = in.readLong();
        long phase = in.readLong();
        long offered = in.readLong();
        long begun = in.readLong();
        long waited = in.readLong();
        int users = (int) in.readLong();
        long inFlight = in.readLong();
        byte[] lag = bytes(in);
        List<TaskTick> tasks = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            tasks.add(new TaskTick(in.readLong(), in.readLong(), in.readLong(), bytes(in), bytes(in)));
        }
        long[] readings = longs(in);
        long[] jvm = longs(in);
        double[] gauges = new double[in.readInt()];
        for (int i = 0; i < gauges.length; i++) {
            gauges[i] = in.readDouble();
        }
        Map<String, Long> errors = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            errors.put(in.readUTF(), in.readLong());
        }
        return new TickFrame(
                elapsed, nanos, phase, offered, begun, waited, users, inFlight, lag, tasks, readings, jvm, gauges,
                errors);
    }

    private static void bytes(DataOutput out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }

    private static void longs(DataOutput out, long[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (long number : numbers) {
            out.writeLong(number);
        }
    }

    private static long[] longs(DataInput in) throws IOException {
        long[] numbers = new long[in.readInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readLong();
        }
        return numbers;
    }
}
