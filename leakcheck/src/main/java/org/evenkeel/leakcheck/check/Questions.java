package org.evenkeel.leakcheck.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenkeel.leakcheck.run.cause.Question;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.samples.Signal;
import org.evenkeel.leakcheck.samples.Unit;
import org.evenkeel.leakcheck.verdict.ClassFinding;
import org.evenkeel.leakcheck.verdict.LeakEvidence;
import org.evenkeel.leakcheck.verdict.LeakVerdict;
import org.evenkeel.leakcheck.verdict.SignalFinding;
import org.evenkeel.leakcheck.verdict.Tendency;

/** Decides what is to be looked for in a JVM, once there is a verdict. */
public final class Questions {

    /** Growth from one dump to the other that stands out from what the JVM does by itself. */
    private static final double CLEAR_BYTES = 512 * 1024;

    private static final double CLEAR_COUNT = 40;
    /** Leaks in bursts need as many operations as brought some of them before. */
    private static final int SAMPLES_AGAIN = 6;

    private Questions() {}

    /** What to look for; empty when nothing grows. */
    public static Optional<Question> about(Recording recording, LeakVerdict verdict) {
        if (!(verdict instanceof LeakVerdict.Growing)) {
            return Optional.empty();
        }
        LeakEvidence evidence = verdict.evidence();
        List<SignalFinding> growing = evidence.signalsThatAre(Tendency.GROWING);
        Set<Signal> signals = growing.stream().map(SignalFinding::signal).collect(Collectors.toSet());
        List<String> classes = verdict.growth().classes().stream()
                .filter(found -> !found.heapClass().platform())
                .map(found -> found.heapClass().name())
                .toList();
        double operations = recentOperations(recording.samples());
        for (SignalFinding signal : growing) {
            operations = Math.max(operations, enough(signal.signal().unit(), signal.perOperation()));
        }
        for (ClassFinding found : verdict.growth().classes()) {
            if (!found.heapClass().platform() && found.instancesPerOperation() > 0) {
                operations = Math.max(operations, CLEAR_COUNT / found.instancesPerOperation());
            }
        }
        return Optional.of(new Question(signals, classes, (long) Math.max(1, Math.min(operations, 1e15))));
    }

    private static double enough(Unit unit, OptionalDouble perOperation) {
        double rate = perOperation.orElse(0);
        return rate <= 0 ? 0 : (unit == Unit.BYTES ? CLEAR_BYTES : CLEAR_COUNT) / rate;
    }

    private static double recentOperations(List<Sample> samples) {
        int n = samples.size();
        return n < 2
                ? 1
                : samples.get(n - 1).totalOperations()
                        - samples.get(Math.max(0, n - 1 - SAMPLES_AGAIN)).totalOperations();
    }
}
