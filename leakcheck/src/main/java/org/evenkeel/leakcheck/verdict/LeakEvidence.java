package org.evenkeel.leakcheck.verdict;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a verdict rests on.
 *
 * @param rate growth of the heap per operation; empty with too few samples
 * @param signals every signal that could be read
 * @param excludedBytesPerOperation the smallest growth of the heap per operation that the samples exclude: as much or more
 *     would have been seen; empty with too few samples
 */
public record LeakEvidence(
        Optional<GrowthRate> rate, List<SignalFinding> signals, OptionalDouble excludedBytesPerOperation) {

    /** Of a run that saw nothing. */
    public static final LeakEvidence NONE = of(List.of());

    public LeakEvidence {
        signals = List.copyOf(signals);
    }

    /** Of a run that says no rate and excludes none. */
    public static LeakEvidence of(List<SignalFinding> signals) {
        return new LeakEvidence(Optional.empty(), signals, OptionalDouble.empty());
    }

    /** The signals that do this. */
    public List<SignalFinding> signalsThatAre(Tendency tendency) {
        return signals.stream()
                .filter(signal -> signal.finding().tendency() == tendency)
                .toList();
    }
}
