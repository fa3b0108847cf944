package org.evenkeel.suite.profile.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.suite.profile.samples.ForkProfile;
import org.evenkeel.suite.profile.samples.Frame;
import org.evenkeel.suite.profile.samples.Frame.Kind;
import org.evenkeel.suite.profile.samples.Stack;

/**
 * The locks of a class that callers wait for.
 *
 * @param lock the class
 * @param waitNanos what one operation waits for them
 * @param waits how often one operation waits
 * @param waiters threads that wait at once, a mean over the measured time
 * @param waitsIn the method that waits most
 * @param heldIn the method that holds while others wait, in most of the thread dumps that show somebody waiting; empty
 *     when none does
 */
public record ContendedLock(
        String lock, double waitNanos, double waits, double waiters, String waitsIn, String heldIn) {

    private static final class Sum {
        double nanos;
        double waits;
        double waiters;
        final Map<String, Double> waitsIn = new HashMap<>();
        final Map<String, Double> heldIn = new HashMap<>();
    }

    /**
     * All contended locks, those waited for longest first.
     *
     * @param forks profiles of lock events, at least one
     * @param holders stacks of threads that held a lock while others waited, each with the lock's class last
     */
    public static List<ContendedLock> of(List<ForkProfile> forks, List<Stack> holders) {
        Map<String, Sum> sums = new HashMap<>();
        for (ForkProfile fork : forks) {
            double perFork = 1.0 / forks.size();
            for (PlacedStack stack : PerOperation.sizes(fork)) {
                if (isLocked(stack)) {
                    Sum sum = sums.computeIfAbsent(lock(stack.frames()), unused -> new Sum());
                    sum.nanos += stack.value() * perFork;
                    sum.waiters += stack.value()
                            * fork.facts().operations()
                            / fork.facts().elapsedNanos()
                            * perFork;
                    sum.waitsIn.merge(FrameSizes.owner(stack.frames(), false).name(), stack.value(), Double::sum);
                }
            }
            for (PlacedStack stack : PerOperation.counts(fork)) {
                if (isLocked(stack)) {
                    sums.computeIfAbsent(lock(stack.frames()), unused -> new Sum()).waits += stack.value() * perFork;
                }
            }
        }
        for (Stack holder : holders) {
            Sum sum = sums.get(lock(holder.frames()));
            if (sum != null) {
                sum.heldIn.merge(FrameSizes.owner(holder.frames(), false).name(), holder.value(), Double::sum);
            }
        }
        List<ContendedLock> locks = new ArrayList<>();
        sums.forEach((lock, sum) -> locks.add(
                new ContendedLock(lock, sum.nanos, sum.waits, sum.waiters, largest(sum.waitsIn), largest(sum.heldIn))));
        locks.sort(Comparator.comparingDouble((ContendedLock lock) -> -lock.waitNanos())
                .thenComparing(ContendedLock::lock));
        return locks;
    }

    private static boolean isLocked(PlacedStack stack) {
        return (stack.place() == Place.CALLERS || stack.place() == Place.OTHER_THREADS)
                && stack.frames().get(stack.frames().size() - 1).kind() == Kind.OBJECT;
    }

    private static String lock(List<Frame> frames) {
        return frames.get(frames.size() - 1).name();
    }

    private static String largest(Map<String, Double> sums) {
        return sums.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
