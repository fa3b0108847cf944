package org.evenkeel.jmh;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.evenkeel.workload.Gauge;
import org.evenkeel.workload.Workload;

/**
 * A thread that reads gauges at a fixed interval into arrays made beforehand.
 *
 * <p>It allocates nothing while it samples: the allocation profiler that runs beside it counts every thread of the JVM,
 * and would charge the path with it.
 */
final class GaugeSampler {

    private static final int MOST_SAMPLES = 16_384;

    private final GaugeProfiler.Running running;
    private final long intervalNanos;
    private final Thread thread;
    private final long[] millis = new long[MOST_SAMPLES];
    private double[][] values = new double[0][];
    private List<Gauge> gauges = List.of();
    private int length;
    private volatile boolean stopped;

    private GaugeSampler(GaugeProfiler.Running running, int intervalMillis) {
        this.running = running;
        this.intervalNanos = TimeUnit.MILLISECONDS.toNanos(intervalMillis);
        this.thread = new Thread(this::sample, "evenkeel-gauges");
        thread.setDaemon(true);
    }

    static GaugeSampler start(GaugeProfiler.Running running, int intervalMillis) {
        GaugeSampler sampler = new GaugeSampler(running, intervalMillis);
        sampler.thread.start();
        return sampler;
    }

    /** Ends the sampling and returns what was read; {@link Thread#join} makes it visible. */
    Series stop() {
        stopped = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return new Series(gauges, length, millis, values);
    }

    private void sample() {
        long start = System.nanoTime();
        while (!stopped && length < MOST_SAMPLES) {
            Workload workload = running.workload();
            if (workload != null) {
                read(workload, start);
            }
            LockSupport.parkNanos(intervalNanos);
        }
    }

    private void read(Workload workload, long start) {
        if (values.length == 0) {
            gauges = List.copyOf(workload.gauges());
            values = new double[gauges.size()][MOST_SAMPLES];
        }
        millis[length] = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        for (int g = 0; g < values.length; g++) {
            values[g][length] = gauges.get(g).reading().getAsDouble();
        }
        length++;
    }

    /** What a sampler read: for each gauge, {@link #length} values. */
    static final class Series {
        private final List<Gauge> gauges;
        private final int length;
        private final long[] millis;
        private final double[][] values;

        Series(List<Gauge> gauges, int length, long[] millis, double[][] values) {
            this.gauges = gauges;
            this.length = length;
            this.millis = millis;
            this.values = values;
        }

        List<Gauge> gauges() {
            return gauges;
        }

        int length() {
            return length;
        }

        /** Milliseconds from the start of the iteration to sample {@code i}. */
        long millis(int i) {
            return millis[i];
        }

        double value(int gauge, int i) {
            return values[gauge][i];
        }

        double mean(int gauge) {
            double sum = 0;
            for (int i = 0; i < length; i++) {
                sum += values[gauge][i];
            }
            return sum / length;
        }

        double maximum(int gauge) {
            double maximum = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < length; i++) {
                maximum = Math.max(maximum, values[gauge][i]);
            }
            return maximum;
        }
    }
}
