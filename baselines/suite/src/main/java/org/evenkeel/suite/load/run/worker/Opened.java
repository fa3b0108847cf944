package org.evenkeel.suite.load.run.worker;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the runner says once everything is open.
 *
 * @param jvm its JVM's version
 * @param maxHeapBytes the most its heap can take
 * @param closedNanos what a request of a closed user costs the runner itself, in nanoseconds by the clock
 * @param openCpuNanos what an arrival costs the runner itself, in nanoseconds of processor time, waking up included
 * @param gauges of what is driven
 */
public record Opened(String jvm, long maxHeapBytes, double closedNanos, double openCpuNanos, List<GaugeName> gauges) {

    public Opened {
        gauges = List.copyOf(gauges);
    }

    /**
     * What a gauge is called.
     *
     * @param unit what one is
     */
    public record GaugeName(String name, String unit) {}

    void write(DataOutput out) throws IOException {
        out.writeUTF(jvm);
        out.writeLong(maxHeapBytes);
        out.writeDouble(closedNanos);
        out.writeDouble(openCpuNanos);
        out.writeInt(gauges.size());
        for (GaugeName gauge : gauges) {
            out.writeUTF(gauge.name());
            out.writeUTF(gauge.unit());
        }
    }

    /** Reads what the runner wrote. */
    public static Opened read(DataInput in) throws IOException {
        String jvm = in.readUTF();
        long heap = in.readLong();
        double closed = in.readDouble();
        double open = in.readDouble();
        List<GaugeName> gauges = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            gauges.add(new GaugeName(in.readUTF(), in.readUTF()));
        }
        return new Opened(jvm, heap, closed, open, gauges);
    }
}
