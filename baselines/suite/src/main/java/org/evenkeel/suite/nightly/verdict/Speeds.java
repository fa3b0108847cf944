package org.evenkeel.suite.nightly.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.compare.samples.MachineSpeed;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.suite.nightly.samples.Life;
import org.evenkeel.suite.nightly.samples.Night;

/** Which nights of a history the machine was about as fast on: a number for each, the same for those as fast as the first of that number, so that none hangs on a later one. */
final class Speeds {

    private final int[] speeds;
    private final int count;

    private Speeds(int[] speeds, int count) {
        this.speeds = speeds;
        this.count = count;
    }

    static Speeds of(List<Night> nights) {
        List<Night> first = new ArrayList<>();
        int[] speeds = new int[nights.size()];
        for (int i = 0; i < speeds.length; i++) {
            Night night = nights.get(i);
            while (speeds[i] < first.size()
                    && !MachineSpeed.alike(night.speed(), first.get(speeds[i]).speed())) {
                speeds[i]++;
            }
            if (speeds[i] == first.size()) {
                first.add(night);
            }
        }
        return new Speeds(speeds, first.size());
    }

    /** A life, parted so that the machine was about as fast on all nights of a part. What does not hang on the machine is one part. */
    List<Life> parts(Life life) {
        if (count < 2 || life.metric().kind() != MetricKind.TIME) {
            return List.of(life);
        }
        SortedMap<Integer, List<Life.Point>> parts = new TreeMap<>();
        life.points()
                .forEach(point -> parts.computeIfAbsent(speeds[point.night()], speed -> new ArrayList<>())
                        .add(point));
        return parts.values().stream()
                .map(points -> new Life(life.identity(), life.metric(), points))
                .toList();
    }
}
