package org.evenkeel.baselines.samples.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.evenkeel.baselines.samples.Identity;
import org.evenkeel.baselines.samples.Metric;
import org.evenkeel.baselines.samples.Units;

/**
 * All nights of a suite, oldest first, and the lives of its benchmarks.
 *
 * @param nights in the order in which they ran
 * @param lives one for each metric of each benchmark
 */
public record History(List<Night> nights, List<Life> lives) {

    public History {
        nights = List.copyOf(nights);
        lives = List.copyOf(lives);
        for (int i = 1; i < nights.size(); i++) {
            if (nights.get(i).run() <= nights.get(i - 1).run()) {
                throw new IllegalArgumentException("run " + nights.get(i).run() + " follows run "
                        + nights.get(i - 1).run());
            }
        }
    }

    /** Collects a history night by night. */
    public static final class Builder {

        private final List<Night> nights = new ArrayList<>();
        private final Map<Identity, Metric> metrics = new LinkedHashMap<>();
        private final Map<Identity, List<Life.Point>> points = new LinkedHashMap<>();

        /** Begins another night; what is added from now on belongs to it. */
        public Builder night(Night night) {
            nights.add(night);
            return this;
        }

        /**
         * Adds a benchmark of the night.
         *
         * @return whether it was new; the first of two with one identity stays
         */
        public boolean add(Identity identity, Metric metric, List<Double> forks) {
            Metric known = metrics.computeIfAbsent(identity, first -> metric);
            OptionalDouble factor = Units.factor(metric.unit(), known.unit());
            if (factor.isEmpty()) {
                // Another quantity under the same name: no number of the old life says anything of the new one.
                return true;
            }
            List<Life.Point> life = points.computeIfAbsent(identity, key -> new ArrayList<>());
            int index = nights.size() - 1;
            if (!life.isEmpty() && life.get(life.size() - 1).night() == index) {
                return false;
            }
            return life.add(new Life.Point(
                    index,
                    forks.stream().map(fork -> fork * factor.getAsDouble()).toList()));
        }

        /** What was collected. */
        public History build() {
            List<Life> lives = new ArrayList<>();
            metrics.forEach((identity, metric) ->
                    lives.add(new Life(identity, metric, points.getOrDefault(identity, List.of()))));
            return new History(nights, lives);
        }
    }
}
