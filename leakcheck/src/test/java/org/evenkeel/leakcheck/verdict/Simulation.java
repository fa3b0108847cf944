package org.evenkeel.leakcheck.verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import org.evenkeel.leakcheck.plan.GrowthLimits;
import org.evenkeel.leakcheck.plan.HeapSource;
import org.evenkeel.leakcheck.samples.CheckedJvmFacts;
import org.evenkeel.leakcheck.samples.HeapHistogram;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.samples.Signal;

/**
 * A check of a heap that exists on paper only: its reading is what the workload retains after so many operations, plus what
 * the machinery of measuring was found to leave behind when histograms are made inside the checked JVM: 70 to 150 bytes
 * more with each batch, with a lag-1 autocorrelation of 0.7.
 */
final class Simulation {

    private static final int[] FACTORS = {1, 1, 2, 2, 4, 4};
    private static final double NANOS_PER_OPERATION = 100;
    private static final double SAMPLE_NANOS = 30e6;
    private static final double AUTOCORRELATION = 0.7;

    private final Random random;
    private final LongToDoubleFunction retainedBytes;
    private final double noiseBytes;
    private double growthPerBatch;
    private double ofTheLastBatch;
    private HeapSource source = HeapSource.DIAGNOSTIC_COMMAND;
    private double drift;
    private double steps;

    /**
     * @param retainedBytes what the workload holds after so many operations
     * @param noiseBytes standard deviation of what a reading is off by, for reasons of the workload's own
     */
    Simulation(long seed, LongToDoubleFunction retainedBytes, double noiseBytes) {
        random = new Random(seed);
        this.retainedBytes = retainedBytes;
        this.noiseBytes = noiseBytes;
        growthPerBatch = 70 + 80 * random.nextDouble();
    }

    /** The same with histograms that are asked for from outside, which leave nothing behind. */
    Simulation fromOutside() {
        source = HeapSource.HISTOGRAM;
        growthPerBatch = 0;
        return this;
    }

    /** The same with what cannot be collected until the batch after, such as the classes of dropped loaders. */
    Simulation withOfTheLastBatch(double bytesPerOperation) {
        ofTheLastBatch = bytesPerOperation;
        return this;
    }

    /** Samples until the judge has decided or the budget is spent, as a real run does, and returns the verdict. */
    LeakVerdict check(Judge judge) {
        List<Sample> samples = new ArrayList<>();
        long operations = 1_000;
        double elapsed = 0.5e9;
        while (elapsed < judge.budget().toNanos()) {
            double mean = 6e6 * Math.pow(2, samples.size() / 15.0);
            mean = Math.min(mean, judge.budget().toNanos() / 40.0);
            long batch =
                    (long) Math.max(1, mean / NANOS_PER_OPERATION / 2.33 * FACTORS[random.nextInt(FACTORS.length)]);
            operations += batch;
            elapsed += batch * NANOS_PER_OPERATION + SAMPLE_NANOS;
            samples.add(new Sample(
                    samples.size(),
                    batch,
                    operations,
                    (long) (batch * NANOS_PER_OPERATION),
                    (long) elapsed,
                    signals(operations, batch),
                    HeapHistogram.NONE));
            if (samples.size() % 5 == 0 && judge.isDecided(recording(samples))) {
                break;
            }
        }
        return judge.judge(recording(samples));
    }

    /** The verdict with the defaults of the command. */
    LeakVerdict check() {
        return check(new Judge(GrowthLimits.NONE, Duration.ofSeconds(60)));
    }

    private Map<Signal, Long> signals(long operations, long batch) {
        double innovation = growthPerBatch * (1 - AUTOCORRELATION) * 2 * random.nextDouble();
        drift = AUTOCORRELATION * drift + innovation;
        steps += drift;
        Map<Signal, Long> signals = new EnumMap<>(Signal.class);
        signals.put(
                Signal.HEAP,
                Math.round(1.2e6
                        + steps
                        + retainedBytes.applyAsDouble(operations)
                        + ofTheLastBatch * batch
                        + noiseBytes * random.nextGaussian()));
        return signals;
    }

    private Recording recording(List<Sample> samples) {
        return new Recording(new CheckedJvmFacts("simulated", 4L << 30), source, samples, List.of());
    }
}
