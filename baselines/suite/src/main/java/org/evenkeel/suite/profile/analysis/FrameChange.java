package org.evenkeel.suite.profile.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.evenkeel.suite.profile.samples.ForkProfile;

/**
 * What a change of the code did to a frame.
 *
 * @param place whose work it is
 * @param frame class and method
 * @param before what one operation spent in it, in the event's unit
 * @param after the same after the change
 * @param change their difference, positive for more expensive
 */
public record FrameChange(Place place, String frame, double before, double after, Mean change) {

    /** A frame stands out when its change is at least this share of all that the old code spends. */
    public static final double WORTH_NAMING = 0.01;

    /** All frames that changed, those that became most expensive first. */
    public static List<FrameChange> between(List<ForkProfile> before, List<ForkProfile> after, boolean allFrames) {
        List<Map<FrameSizes.Key, FrameSize>> old = tables(before, allFrames);
        List<Map<FrameSizes.Key, FrameSize>> changed = tables(after, allFrames);
        Set<FrameSizes.Key> keys = new LinkedHashSet<>();
        old.forEach(table -> keys.addAll(table.keySet()));
        changed.forEach(table -> keys.addAll(table.keySet()));
        List<FrameChange> changes = new ArrayList<>();
        for (FrameSizes.Key key : keys) {
            double[] was = EventProfile.own(key, old);
            double[] is = EventProfile.own(key, changed);
            changes.add(new FrameChange(
                    key.place(), key.frame(), Mean.of(was).value(), Mean.of(is).value(), Mean.difference(was, is)));
        }
        changes.sort(Comparator.comparingDouble(
                        (FrameChange change) -> -change.change().value())
                .thenComparing(FrameChange::frame));
        return changes;
    }

    /**
     * Whether the interval leaves no change out, and the change is worth naming.
     *
     * @param allBefore what one operation of the old code spends in all frames together
     */
    public boolean standsOut(double allBefore) {
        return Math.abs(change.value()) >= WORTH_NAMING * allBefore
                && (change.isSurelyAbove() || change.isSurelyBelow());
    }

    private static List<Map<FrameSizes.Key, FrameSize>> tables(List<ForkProfile> forks, boolean allFrames) {
        return forks.stream()
                .map(fork -> FrameSizes.of(PerOperation.sizes(fork), allFrames))
                .toList();
    }
}
