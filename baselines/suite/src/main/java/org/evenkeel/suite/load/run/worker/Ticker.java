package org.evenkeel.suite.load.run.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.evenkeel.leakcheck.run.worker.Readings;
import org.evenkeel.workload.Gauge;
import org.evenkeel.workload.Invariants;
import org.jspecify.annotations.Nullable;

/** Sends a tick at even times while a phase runs, and at once when it is asked for one. */
final class Ticker extends Thread {

    private final Pipe pipe;
    private final Counts counts;
    private final List<Gauge> gauges;
    private final Invariants invariants;
    private final long tickNanos;
    private final Readings readings = new Readings();
    private final JvmReadings jvm = new JvmReadings();
    private final long opened = System.nanoTime();
    private final long[] done;
    private final long[] errors;
    private final long[] dropped;
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    private long begun;
    private long waited;
    private long last = opened;
    private boolean isBroken;
    private volatile @Nullable Running phase;
    private volatile long phaseStart;
    private volatile boolean isWanted;

    Ticker(Pipe pipe, Counts counts, List<Gauge> gauges, Invariants invariants, int tickMillis) {
        super("evenkeel-ticker");
        setDaemon(true);
        this.pipe = pipe;
        this.counts = counts;
        this.gauges = gauges;
        this.invariants = invariants;
        tickNanos = TimeUnit.MILLISECONDS.toNanos(tickMillis);
        done = new long[counts.tasks.length];
        errors = new long[counts.tasks.length];
        dropped = new long[counts.tasks.length];
    }

    /** A phase begins; ticks are sent from its start. */
    void begin(Running which) {
        long start = which.start();
        phaseStart = start;
        beginTick(start);
        phase = which;
        LockSupport.unpark(this);
    }

    /** What lies between two phases belongs to no tick. */
    private synchronized void beginTick(long start) {
        last = start;
    }

    /** It has ended: sends its last tick. */
    void end(Running which) throws IOException {
        phase = null;
        tick(which, which.cpuNanos());
    }

    /** Asks for a tick now. */
    void want() {
        isWanted = true;
        LockSupport.unpark(this);
    }

    @Override
    public void run() {
        long next = System.nanoTime();
        try {
            while (true) {
                Running now = phase;
                if (now == null && !isWanted) {
                    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
                    next = Math.max(System.nanoTime(), phaseStart) + tickNanos;
                    continue;
                }
                long left = next - System.nanoTime();
                if (left > 0 && !isWanted) {
                    LockSupport.parkNanos(left);
                    continue;
                }
                if (left <= 0) {
                    // After a stop of the whole JVM the ticks that were missed are not made up for.
                    next = Math.max(next + tickNanos, System.nanoTime() + tickNanos / 2);
                }
                isWanted = false;
                tick(now, 0);
            }
        } catch (IOException gone) {
            Runtime.getRuntime().halt(0);
        }
    }

    private synchronized void tick(@Nullable Running of, long usersCpuNanos) throws IOException {
        long now = System.nanoTime();
        TickFrame frame = frame(of, now, usersCpuNanos);
        pipe.send(Wire.TICK, frame::write);
        List<Invariants.Violation> violations = invariants.violations();
        if (!violations.isEmpty() && !isBroken) {
            isBroken = true;
            pipe.text(Wire.BROKEN, text(violations));
        }
    }

    static String text(List<Invariants.Violation> violations) {
        StringBuilder text = new StringBuilder();
        for (Invariants.Violation violation : violations) {
            text.append(text.length() == 0 ? "" : "; ").append(violation);
        }
        return text.toString();
    }

    private TickFrame frame(@Nullable Running of, long now, long usersCpuNanos) {
        List<TickFrame.TaskTick> tasks = new ArrayList<>();
        // Ended before begun: what begins in between must not make it negative.
        long endedSoFar = counts.ended.sum();
        long begunSoFar = counts.begun.sum();
        for (int i = 0; i < counts.tasks.length; i++) {
            Meter meter = counts.tasks[i];
            long doneSoFar = meter.done();
            long errorsSoFar = meter.errors();
            long droppedSoFar = meter.dropped();
            tasks.add(new TickFrame.TaskTick(
                    doneSoFar - done[i],
                    errorsSoFar - errors[i],
                    droppedSoFar - dropped[i],
                    bytes(meter.responseSinceLast()),
                    bytes(meter.serviceSinceLast())));
            done[i] = doneSoFar;
            errors[i] = errorsSoFar;
            dropped[i] = droppedSoFar;
        }
        long waitedSoFar = counts.waited.sum();
        double[] values = new double[gauges.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = gauges.get(i).reading().getAsDouble();
        }
        TickFrame frame = new TickFrame(
                now - opened,
                Math.max(1, now - last),
                of == null ? -1 : now - phaseStart,
                of == null ? -1 : of.offered(now),
                begunSoFar - begun,
                waitedSoFar - waited,
                of == null ? 0 : of.present(),
                Math.max(0, begunSoFar - endedSoFar),
                bytes(counts.lagSinceLast()),
                tasks,
                readings.take().clone(),
                jvm.take(usersCpuNanos),
                values,
                kinds());
        begun = begunSoFar;
        waited = waitedSoFar;
        last = now;
        return frame;
    }

    private Map<String, Long> kinds() {
        Map<String, Long> kinds = new LinkedHashMap<>();
        for (Map.Entry<String, LongAdder> kind : counts.errors.kinds().entrySet()) {
            kinds.put(kind.getKey(), kind.getValue().sum());
        }
        return kinds;
    }

    private byte[] bytes(Histogram histogram) {
        if (histogram.getTotalCount() == 0) {
            return new byte[0];
        }
        if (buffer.capacity() < histogram.getNeededByteBufferCapacity()) {
            buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        }
        buffer.clear();
        int length = histogram.encodeIntoByteBuffer(buffer);
        return Arrays.copyOf(buffer.array(), length);
    }
}
