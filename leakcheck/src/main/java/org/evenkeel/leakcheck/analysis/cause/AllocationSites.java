package org.evenkeel.leakcheck.analysis.cause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.leakcheck.samples.ClassCount;
import org.evenkeel.leakcheck.samples.heap.StackFrame;
import org.evenkeel.leakcheck.samples.heap.StackTally;

/**
 * Shares the growth of each class out among the stacks that allocate it: by the objects that were seen to stay where
 * there are some, else by those made, and of these no more than grew.
 */
public final class AllocationSites {

    private static final class Sum {
        private String type = "";
        private List<StackFrame> frames = List.of();
        private double largest;
        private double bytes;
        private boolean seenAlive;

        private void add(StackTally stack, double more, boolean alive) {
            bytes += more;
            seenAlive |= alive;
            if (frames.isEmpty() || more > largest) {
                largest = more;
                type = stack.type();
                frames = stack.frames();
            }
        }
    }

    private AllocationSites() {}

    /**
     * The sites, what explains most first.
     *
     * @param growth what each class grew by between the dumps
     */
    public static List<AllocationSite> of(List<StackTally> stacks, Map<String, ClassCount> growth) {
        List<AllocationSite> sites = new ArrayList<>(onHeap(stacks, growth));
        sites.addAll(outside(stacks));
        sites.sort(Comparator.comparingDouble(AllocationSite::share).reversed());
        return sites;
    }

    private static List<AllocationSite> onHeap(List<StackTally> stacks, Map<String, ClassCount> growth) {
        Map<StackFrame, Sum> sums = new HashMap<>();
        double total = 0;
        for (Map.Entry<String, ClassCount> grown : growth.entrySet()) {
            List<StackTally> ofType = stacks.stream()
                    .filter(stack -> stack.type().equals(grown.getKey()))
                    .filter(stack -> AllocationSite.line(stack.frames()).isPresent())
                    .toList();
            long stayed = ofType.stream().mapToLong(StackTally::stayed).sum();
            double all = 0;
            for (StackTally stack : ofType) {
                all += weight(stack, stayed > 0);
            }
            total += grown.getValue().bytes();
            for (StackTally stack : ofType) {
                StackFrame line = AllocationSite.line(stack.frames()).orElseThrow();
                double share = all == 0 ? 0 : weight(stack, stayed > 0) / all;
                sums.computeIfAbsent(line, key -> new Sum())
                        .add(stack, share * grown.getValue().bytes(), stack.stayed() > 0);
            }
        }
        return sites(sums, total);
    }

    private static double weight(StackTally stack, boolean byStayed) {
        return byStayed ? stack.stayed() : stack.count();
    }

    private static List<AllocationSite> outside(List<StackTally> stacks) {
        Map<StackFrame, Sum> sums = new HashMap<>();
        double total = 0;
        for (StackTally stack : stacks) {
            if (stack.type().isEmpty()) {
                total += stack.stayedBytes();
                AllocationSite.line(stack.frames())
                        .ifPresent(line -> sums.computeIfAbsent(line, key -> new Sum())
                                .add(stack, (double) stack.stayedBytes(), stack.stayed() > 0));
            }
        }
        return sites(sums, total);
    }

    private static List<AllocationSite> sites(Map<StackFrame, Sum> sums, double total) {
        return sums.values().stream()
                .filter(sum -> sum.bytes > 0)
                .map(sum -> new AllocationSite(sum.type, sum.frames, Math.min(1, sum.bytes / total), sum.seenAlive))
                .toList();
    }
}
