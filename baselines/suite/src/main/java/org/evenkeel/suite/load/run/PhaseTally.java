package org.evenkeel.suite.load.run;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.evenkeel.leakcheck.run.worker.Protocol;
import org.evenkeel.suite.load.plan.Phase;
import org.evenkeel.suite.load.plan.Scenario;
import org.evenkeel.suite.load.plan.UserType;
import org.evenkeel.suite.load.run.worker.TickFrame;
import org.evenkeel.suite.load.samples.PhaseResult;
import org.evenkeel.suite.load.samples.Second;
import org.evenkeel.suite.load.samples.TaskResult;

/** Adds up the ticks of one phase. */
final class PhaseTally {

    private static final int DIGITS = 3;
    private static final double NANOS = 1e9;
    private static final String SERVICE = ".service";

    private final int number;
    private final Phase phase;
    private final boolean isWarmup;
    private final int processors;
    private final List<String[]> names = new ArrayList<>();
    private final List<Histogram> response = new ArrayList<>();
    private final List<Histogram> service = new ArrayList<>();
    private final long[] done;
    private final long[] errors;
    private final long[] dropped;
    private final Histogram lag = histogram();
    private final Map<String, Long> kindsBefore;
    private final SortedMap<String, Long> kinds = new TreeMap<>();
    private long begun;
    private long waited;
    private long offered;
    private long lastNanos;
    private long firstCpu = Protocol.UNKNOWN;
    private long lastCpu;
    private long firstElapsed;
    private long lastElapsed;
    private long usersCpu;
    private long pauseMillisBefore = -1;

    PhaseTally(int number, Phase phase, boolean isWarmup, Scenario scenario, int processors, Map<String, Long> kinds) {
        this.number = number;
        this.phase = phase;
        this.isWarmup = isWarmup;
        this.processors = processors;
        for (UserType user : scenario.users()) {
            for (UserType.Task task : user.tasks()) {
                names.add(new String[] {user.name(), task.name()});
                response.add(histogram());
                service.add(histogram());
            }
        }
        done = new long[names.size()];
        errors = new long[names.size()];
        dropped = new long[names.size()];
        kindsBefore = new HashMap<>(kinds);
    }

    private static Histogram histogram() {
        Histogram histogram = new Histogram(DIGITS);
        histogram.setAutoResize(true);
        return histogram;
    }

    /** One histogram of a tick, and whose it is. */
    interface Log {
        void add(String tag, Histogram interval, double endSeconds, double lengthSeconds);
    }

    /**
     * Takes a tick.
     *
     * @param resident of the process, and of what is outside its heap
     */
    Second add(TickFrame tick, OptionalLong resident, OptionalLong outsideHeap, Log log) {
        Histogram times = histogram();
        long good = 0;
        long failed = 0;
        long lost = 0;
        for (int i = 0; i < done.length; i++) {
            TickFrame.TaskTick task = tick.tasks().get(i);
            done[i] += task.done();
            errors[i] += task.errors();
            dropped[i] += task.dropped();
            good += task.done() - task.errors();
            failed += task.errors();
            lost += task.dropped();
            String tag = phase.name() + "." + names.get(i)[0] + "." + names.get(i)[1];
            add(task.response(), response.get(i), times, phase.arrivals().isOpen(), tag + ".response", tick, log);
            add(task.service(), service.get(i), times, !phase.arrivals().isOpen(), tag + SERVICE, tick, log);
        }
        Histogram late = decoded(tick.lag());
        lag.add(late);
        begun += tick.begun();
        waited += tick.waited();
        long due = tick.offered() < 0 ? begun : tick.offered();
        double length = Math.max(1e-9, tick.nanos() / NANOS);
        Second second = new Second(
                tick.elapsedNanos() / NANOS,
                length,
                number,
                (due - offered) / length,
                good / length,
                failed / length,
                lost / length,
                tick.users(),
                tick.inFlight(),
                percentiles(times),
                late.getTotalCount() == 0 ? Double.NaN : late.getValueAtPercentile(99),
                tick.readings()[Protocol.HEAP_USED],
                known(tick.jvm()[TickFrame.AFTER_COLLECTION], 0),
                resident,
                outsideHeap,
                (int) tick.readings()[Protocol.THREADS],
                known(tick.readings()[Protocol.DESCRIPTORS], Protocol.UNKNOWN),
                cpu(tick, length),
                pause(tick),
                tick.gauges());
        offered = due;
        lastNanos = Math.max(lastNanos, tick.phaseNanos());
        usersCpu += tick.jvm()[TickFrame.USERS_CPU];
        tick.errors().forEach((kind, count) -> {
            long mine = count - kindsBefore.getOrDefault(kind, 0L);
            if (mine > 0) {
                kinds.put(kind, mine);
            }
        });
        return second;
    }

    private double cpu(TickFrame tick, double length) {
        long now = tick.jvm()[TickFrame.CPU];
        double share = firstCpu == Protocol.UNKNOWN ? 0 : (now - lastCpu) / (length * NANOS * processors);
        if (firstCpu == Protocol.UNKNOWN) {
            firstCpu = now;
            firstElapsed = tick.elapsedNanos();
        }
        lastCpu = now;
        lastElapsed = tick.elapsedNanos();
        return Math.max(0, Math.min(1, share));
    }

    private long pause(TickFrame tick) {
        long now = tick.jvm()[TickFrame.PAUSE_MILLIS];
        long pause = pauseMillisBefore < 0 ? 0 : now - pauseMillisBefore;
        pauseMillisBefore = now;
        return pause;
    }

    private static void add(
            byte[] encoded, Histogram sum, Histogram times, boolean isShown, String tag, TickFrame tick, Log log) {
        if (encoded.length == 0) {
            return;
        }
        Histogram interval = decoded(encoded);
        sum.add(interval);
        if (isShown) {
            times.add(interval);
        }
        // A user who waits for each answer has no response time.
        if (isShown || tag.endsWith(SERVICE)) {
            log.add(tag, interval, tick.elapsedNanos() / NANOS, tick.nanos() / NANOS);
        }
    }

    private static Histogram decoded(byte[] encoded) {
        return encoded.length == 0 ? histogram() : Histogram.decodeFromByteBuffer(ByteBuffer.wrap(encoded), 0);
    }

    private static double[] percentiles(Histogram times) {
        if (times.getTotalCount() == 0) {
            return new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
        }
        return new double[] {
            times.getValueAtPercentile(50),
            times.getValueAtPercentile(95),
            times.getValueAtPercentile(99),
            times.getMaxValue()
        };
    }

    private static OptionalLong known(long value, long unknown) {
        return value == unknown ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /** How often each kind of error was seen since everything was opened. */
    Map<String, Long> kindsSoFar() {
        Map<String, Long> all = new HashMap<>(kindsBefore);
        kinds.forEach((kind, count) -> all.merge(kind, count, Long::sum));
        return all;
    }

    /** Requests that ended so far. */
    long doneSoFar() {
        long sum = 0;
        for (long one : done) {
            sum += one;
        }
        return sum;
    }

    /** The phase as it was. */
    PhaseResult result() {
        List<TaskResult> tasks = new ArrayList<>();
        for (int i = 0; i < done.length; i++) {
            tasks.add(new TaskResult(
                    names.get(i)[0], names.get(i)[1], done[i], errors[i], dropped[i], response.get(i), service.get(i)));
        }
        double elapsed = lastNanos / NANOS;
        double planned = phase.length().toNanos() / NANOS;
        double cpuNanos = lastElapsed > firstElapsed
                ? (lastCpu - firstCpu) / ((double) (lastElapsed - firstElapsed) * processors)
                : 0;
        return new PhaseResult(
                number,
                phase,
                isWarmup,
                Math.max(1e-9, Math.min(elapsed, planned)),
                elapsed,
                offered,
                begun,
                waited,
                lag,
                tasks,
                kinds,
                usersCpu,
                Math.max(0, Math.min(1, cpuNanos)));
    }
}
