package org.evenkeel.suite.profile.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.compare.samples.code.TouchedMethod;
import org.evenkeel.compare.samples.code.TouchedMethod.Kind;
import org.evenkeel.suite.profile.samples.ForkProfile;
import org.evenkeel.suite.profile.samples.Frame;

/**
 * Charges the cost of each stack to the edit that is nearest to it: the innermost frame that is on both sides with other code. What an edit
 * calls more often, or with more, costs more in methods that nobody touched; charged to these it would be spread over all of them, and the
 * edit itself would be the cheapest of all. A method that only one side has is a part of who calls it, so that code which moved there is
 * no change. A stack without any edit is charged as in any profile, to the innermost frame that somebody could edit.
 */
public final class Blame {

    /** An edit that explains this part of the whole change goes before frames that nobody edited: these are what it calls, or noise. */
    private static final double ENOUGH = 0.25;

    private final Map<String, TouchedMethod> touched = new HashMap<>();

    private Blame(List<TouchedMethod> methods) {
        methods.forEach(method -> touched.put(method.frame(), method));
    }

    /**
     * All frames that something is charged to, the most to blame first.
     *
     * @param before forks of the old code, at least one
     * @param after forks of the new code, of the same event, at least one
     * @param methods what was edited
     */
    public static List<BlamedFrame> between(
            List<ForkProfile> before, List<ForkProfile> after, List<TouchedMethod> methods) {
        Blame blame = new Blame(methods);
        List<Map<FrameSizes.Key, Double>> old =
                before.stream().map(blame::charged).toList();
        List<Map<FrameSizes.Key, Double>> changed =
                after.stream().map(blame::charged).toList();
        Set<FrameSizes.Key> keys = new LinkedHashSet<>();
        old.forEach(fork -> keys.addAll(fork.keySet()));
        changed.forEach(fork -> keys.addAll(fork.keySet()));
        List<BlamedFrame> frames = new ArrayList<>();
        for (FrameSizes.Key key : keys) {
            double[] was = values(key, old);
            double[] is = values(key, changed);
            frames.add(new BlamedFrame(
                    key.place(),
                    key.frame(),
                    Mean.of(was).value(),
                    Mean.of(is).value(),
                    Mean.difference(was, is),
                    Optional.ofNullable(blame.touched.get(key.frame()))));
        }
        double whole =
                frames.stream().mapToDouble(frame -> frame.change().value()).sum();
        frames.sort(Comparator.comparing((BlamedFrame frame) -> !explains(frame, whole))
                .thenComparing(frame -> -frame.change().value())
                .thenComparing(BlamedFrame::frame));
        return frames;
    }

    private static boolean explains(BlamedFrame frame, double whole) {
        return frame.touched().isPresent()
                && frame.change().value() > 0
                && frame.change().value() >= ENOUGH * Math.max(0, whole);
    }

    private static double[] values(FrameSizes.Key key, List<Map<FrameSizes.Key, Double>> forks) {
        return forks.stream().mapToDouble(fork -> fork.getOrDefault(key, 0.0)).toArray();
    }

    private Map<FrameSizes.Key, Double> charged(ForkProfile fork) {
        Map<FrameSizes.Key, Double> sums = new HashMap<>();
        for (PlacedStack stack : PerOperation.sizes(fork)) {
            if (!stack.frames().isEmpty() && (stack.place() == Place.CALLERS || stack.place() == Place.OTHER_THREADS)) {
                sums.merge(new FrameSizes.Key(stack.place(), owner(stack.frames())), stack.value(), Double::sum);
            }
        }
        return sums;
    }

    private String owner(List<Frame> frames) {
        return innermost(frames, true)
                .or(() -> innermost(frames, false))
                .orElseGet(() -> FrameSizes.owner(frames, false).name());
    }

    private Optional<String> innermost(List<Frame> frames, boolean onBothSides) {
        for (int i = frames.size() - 1; i >= 0; i--) {
            TouchedMethod method = frames.get(i).kind() == Frame.Kind.JAVA
                    ? touched.get(frames.get(i).name())
                    : null;
            if (method != null && (method.kind() == Kind.CHANGED) == onBothSides) {
                return Optional.of(method.frame());
            }
        }
        return Optional.empty();
    }
}
