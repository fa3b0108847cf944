package org.evenkeel.leakcheck.samples;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.evenkeel.leakcheck.plan.HeapSource;

/**
 * Cuts a watch into windows of equal time, each of which stands for a batch. The heap of a window is the lowest reading after
 * a collection in it: the live set cannot be larger, and what collections leave lying only adds to it.
 */
public final class Windows {

    /** Numbers of windows to try, the finest first. */
    private static final int[] COUNTS = {60, 40, 26};
    /** Windows that a trend takes. */
    private static final int LEAST = 22;

    private Windows() {}

    /**
     * Cuts, with the heap.
     *
     * @param which the collections to go by
     * @return empty when even in wide windows there are too few such collections
     */
    public static Optional<Recording> of(LiveRecording live, Predicate<Collected> which) {
        for (int count : COUNTS) {
            Recording cut = cut(live, Optional.of(which), count);
            if (cut.samples().size() >= LEAST && cut.samples().size() >= count * 0.85) {
                return Optional.of(cut);
            }
        }
        return Optional.empty();
    }

    /** Cuts without the heap. */
    public static Recording withoutHeap(LiveRecording live) {
        return cut(
                live,
                Optional.empty(),
                Math.max(1, Math.min(COUNTS[0], live.samples().size())));
    }

    private static Recording cut(LiveRecording live, Optional<Predicate<Collected>> which, int count) {
        double width = Math.max(1, live.observedNanos() / (double) count);
        boolean byOperations = live.hasOperations();
        List<Sample> samples = new ArrayList<>();
        long before = byOperations ? live.samples().get(0).operations().orElseThrow() - 1 : 0;
        long first = before;
        for (int window = 0; window < count; window++) {
            long from = (long) (window * width);
            long to = window == count - 1 ? Long.MAX_VALUE : (long) ((window + 1) * width);
            Optional<LiveSample> last = live.samples().stream()
                    .filter(sample -> from <= sample.elapsedNanos() && sample.elapsedNanos() < to)
                    .reduce((earlier, later) -> later);
            OptionalLong heap = live.collections().stream()
                    .filter(c -> from <= c.elapsedNanos() && c.elapsedNanos() < to)
                    .filter(c -> which.isPresent() && which.get().test(c))
                    .mapToLong(Collected::usedBytes)
                    .min();
            if (last.isEmpty() || (which.isPresent() && heap.isEmpty())) {
                continue;
            }
            long now = byOperations
                    ? last.get().operations().orElseThrow()
                    : last.get().elapsedNanos() / 1_000_000;
            if (now > before) {
                Map<Signal, Long> signals = new EnumMap<>(Signal.class);
                signals.putAll(last.get().signals());
                heap.ifPresent(bytes -> signals.put(Signal.HEAP, bytes));
                samples.add(new Sample(
                        samples.size(),
                        now - before,
                        now - first,
                        (long) width,
                        last.get().elapsedNanos(),
                        signals,
                        HeapHistogram.NONE));
                before = now;
            }
        }
        return new Recording(
                live.jvm(),
                HeapSource.NOTIFICATIONS,
                HeapNoise.of(HeapSource.NOTIFICATIONS),
                byOperations ? GrowthPer.OPERATION : GrowthPer.MINUTE,
                samples,
                live.notes());
    }
}
