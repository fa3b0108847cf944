package org.evenkeel.leakcheck.verdict;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a verdict rests on.
 *
 * @param rate growth of the heap per operation; empty with too few samples
 * @param operationsUntilFull operations until the heap is full at that rate; empty when it does not grow
 * @param signals every signal that could be read
 * @param growingClasses classes whose instances follow the operations, what explains most first
 * @param excludedBytesPerOperation the smallest growth of the heap per operation that the samples exclude: as much or more
 *     would have been seen; empty with too few samples
 */
public record LeakEvidence(
        Optional<GrowthRate> rate,
        OptionalDouble operationsUntilFull,
        List<SignalFinding> signals,
        List<ClassFinding> growingClasses,
        OptionalDouble excludedBytesPerOperation) {

    public LeakEvidence {
        signals = List.copyOf(signals);
        growingClasses = List.copyOf(growingClasses);
    }

    /** Of a run that excludes nothing. */
    public LeakEvidence(
            Optional<GrowthRate> rate,
            OptionalDouble operationsUntilFull,
            List<SignalFinding> signals,
            List<ClassFinding> growingClasses) {
        this(rate, operationsUntilFull, signals, growingClasses, OptionalDouble.empty());
    }

    /** The signals that do this. */
    public List<SignalFinding> signalsThatAre(Tendency tendency) {
        return signals.stream()
                .filter(signal -> signal.finding().tendency() == tendency)
                .toList();
    }
}
