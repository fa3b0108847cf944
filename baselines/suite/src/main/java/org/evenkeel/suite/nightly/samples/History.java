package org.evenkeel.suite.nightly.samples;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.Units;

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
        private final Map<Identity, Growing> lives = new LinkedHashMap<>();

        /** A store names a benchmark by the same object every night, which is found without looking at all its parts. */
        private final IdentityHashMap<Identity, Growing> known = new IdentityHashMap<>();

        private record Growing(Identity identity, Metric metric, List<Life.Point> points) {}

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
            Growing life = life(identity, metric);
            OptionalDouble factor = Units.factor(metric.unit(), life.metric().unit());
            if (factor.isEmpty()) {
                // Another quantity under the same name: no number of the old life says anything of the new one.
                return true;
            }
            List<Life.Point> points = life.points();
            int index = nights.size() - 1;
            if (!points.isEmpty() && points.get(points.size() - 1).night() == index) {
                return false;
            }
            return points.add(new Life.Point(index, scaled(forks, factor.getAsDouble())));
        }

        private Growing life(Identity identity, Metric metric) {
            Growing life = known.get(identity);
            if (life == null) {
                life = lives.computeIfAbsent(identity, absent -> new Growing(absent, metric, new ArrayList<>()));
                known.put(life.identity(), life);
            }
            return life;
        }

        private static List<Double> scaled(List<Double> forks, double factor) {
            return factor == 1
                    ? forks
                    : forks.stream().map(fork -> fork * factor).toList();
        }

        /** What was collected. */
        public History build() {
            return new History(
                    nights,
                    lives.values().stream()
                            .map(life -> new Life(life.identity(), life.metric(), life.points()))
                            .toList());
        }
    }
}
