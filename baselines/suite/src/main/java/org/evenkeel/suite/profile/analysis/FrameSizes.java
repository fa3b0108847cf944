package org.evenkeel.suite.profile.analysis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.suite.profile.samples.Frame;
import org.evenkeel.suite.profile.samples.Frame.Kind;

/** Adds stacks up by frame. */
final class FrameSizes {

    /** A frame's place in a table: the same method in a caller and in a worker are two. */
    record Key(Place place, String frame) {}

    private static final class Sum {
        double own;
        double total;
        final Map<String, Double> within = new HashMap<>();
    }

    private FrameSizes() {}

    /**
     * What one operation spends in each frame.
     *
     * @param allFrames whether frames of the platform and of the harness have rows of their own
     */
    static Map<Key, FrameSize> of(List<PlacedStack> stacks, boolean allFrames) {
        Map<Key, Sum> sums = new HashMap<>();
        for (PlacedStack stack : stacks) {
            if (stack.frames().isEmpty() || (!allFrames && !isTabled(stack.place()))) {
                continue;
            }
            Set<String> seen = new HashSet<>();
            for (Frame frame : stack.frames()) {
                if ((allFrames || !frame.isPlatform()) && frame.kind() != Kind.OBJECT && seen.add(frame.name())) {
                    sum(sums, stack, frame).total += stack.value();
                }
            }
            Frame owner = owner(stack.frames(), allFrames);
            Sum own = sum(sums, stack, owner);
            own.own += stack.value();
            if (seen.add(owner.name())) {
                own.total += stack.value();
            }
            own.within.merge(stack.frames().get(stack.frames().size() - 1).name(), stack.value(), Double::sum);
        }
        Map<Key, FrameSize> sizes = new HashMap<>();
        sums.forEach((key, sum) -> sizes.put(key, new FrameSize(sum.own, sum.total, sum.within)));
        return sizes;
    }

    private static boolean isTabled(Place place) {
        return place == Place.CALLERS || place == Place.OTHER_THREADS;
    }

    private static Sum sum(Map<Key, Sum> sums, PlacedStack stack, Frame frame) {
        return sums.computeIfAbsent(new Key(stack.place(), frame.name()), unused -> new Sum());
    }

    /**
     * The frame that a stack is charged to: the innermost that somebody can change. In a stack of the platform alone it is
     * the outermost Java frame but that of the thread.
     */
    static Frame owner(List<Frame> frames, boolean allFrames) {
        for (int i = frames.size() - 1; i >= 0; i--) {
            if (frames.get(i).kind() != Kind.OBJECT
                    && (allFrames || !frames.get(i).isPlatform())) {
                return frames.get(i);
            }
        }
        for (int i = frames.size() - 1; i >= 0; i--) {
            if (frames.get(i).kind() == Kind.JAVA) {
                return frames.get(i);
            }
        }
        return frames.get(0);
    }
}
