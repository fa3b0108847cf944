package org.evenkeel.leakcheck.verdict;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.samples.Signal;
import org.evenkeel.leakcheck.samples.SignalSeries;

/**
 * Judges a run whose operations are so slow that there are too few samples for a trend. Some things are counted without error:
 * a number of threads that goes up by the same three with each operation, batch after batch, is no accident.
 */
final class FewSamples {

    private static final Set<Signal> COUNTED =
            EnumSet.of(Signal.THREADS, Signal.FILE_DESCRIPTORS, Signal.CLASSES, Signal.TEMPORARY_FILES);

    private static final int LEAST_SAMPLES = 5;
    /** The first batch still starts what is started once. */
    private static final int WARM_UP = 1;
    /** Fewer of a thing could be a pool of the usual size. */
    private static final double LEAST_GROWN = 12;
    /** The rate of a batch may differ from the mean rate by this share. */
    private static final double EXACT = 0.1;

    private FewSamples() {}

    /** What each counted signal does, as far as such a run can tell. */
    static List<SignalFinding> judge(Recording recording) {
        List<SignalFinding> found = new ArrayList<>();
        for (Signal signal : COUNTED) {
            for (SignalSeries series : recording.series(signal)) {
                if (series.size() > 1) {
                    found.add(judge(signal, series));
                }
            }
        }
        return found;
    }

    private static SignalFinding judge(Signal signal, SignalSeries series) {
        int first = Math.min(WARM_UP, series.size() - 2);
        double grown = series.value(series.size() - 1) - series.value(first);
        double rate = grown / (series.operations(series.size() - 1) - series.operations(first));
        boolean exact = series.size() >= LEAST_SAMPLES && grown >= LEAST_GROWN;
        boolean unchanged = true;
        for (int i = first + 1; i < series.size(); i++) {
            double step = series.value(i) - series.value(i - 1);
            double expected = rate * (series.operations(i) - series.operations(i - 1));
            exact &= step > 0 && Math.abs(step - expected) <= Math.max(0.5, EXACT * expected);
            unchanged &= step == 0;
        }
        LeakFinding finding = exact
                ? new LeakFinding(
                        Tendency.GROWING,
                        String.format(
                                Locale.ROOT,
                                "grew by %.3g per operation in each of the last %d batches",
                                rate,
                                series.size() - 1 - first))
                : new LeakFinding(
                        unchanged ? Tendency.STEADY : Tendency.UNDECIDED,
                        unchanged ? "did not change" : "too few samples to see a trend");
        return new SignalFinding(signal, finding, OptionalDouble.of(rate), Optional.empty());
    }
}
