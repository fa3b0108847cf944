package org.evenkeel.compare.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.samples.Session;

/** Sessions whose truth is known: normal noise on the log scale from session to session, and from fork to fork. */
final class SimulatedSessions {

    static final int BENCHMARKS = 20;

    private SimulatedSessions() {}

    /**
     * Sessions of unchanged or slowed code.
     *
     * @param together the share of the sessions' variance that all rows have in common, as on another day
     */
    static List<Session> of(
            Random random,
            int count,
            int forks,
            double sessionNoise,
            double forkNoise,
            double factor,
            double together) {
        List<Session> sessions = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            double day = together == 0 ? 0 : Math.sqrt(together) * random.nextGaussian();
            JmhText text = new JmhText();
            for (int b = 0; b < BENCHMARKS; b++) {
                double session = sessionNoise * scale(b) * (day + Math.sqrt(1 - together) * random.nextGaussian());
                text.add(
                        "a.B.b" + b,
                        "avgt",
                        "ns/op",
                        forks(random, forks, factor * Math.exp(session), forkNoise * scale(b)));
            }
            sessions.add(text.session("run.json"));
        }
        return sessions;
    }

    /**
     * Sessions of one day.
     *
     * @param day by what the day multiplies all times
     */
    static List<Session> ofOneDay(Random random, int count, int forks, double day, double noise) {
        List<Session> sessions = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            JmhText text = new JmhText();
            for (int b = 0; b < BENCHMARKS; b++) {
                double session = noise * random.nextGaussian();
                text.add("a.B.b" + b, "avgt", "ns/op", forks(random, forks, day * Math.exp(session), noise));
            }
            sessions.add(text.session("run.json"));
        }
        return sessions;
    }

    /** One session of lone forks, whose noise goes in even steps from the calmest benchmark to the loudest. */
    static Session ofLoneForks(Random random, int benchmarks, double calmest, double loudest) {
        JmhText text = new JmhText();
        for (int b = 0; b < benchmarks; b++) {
            double noise = calmest + (loudest - calmest) * b / (benchmarks - 1);
            text.add("a.B.b" + b, "avgt", "ns/op", forks(random, 1, 1, noise));
        }
        return text.session("run.json");
    }

    /** One session of single shots, five in each fork; what a shot does is the fork's doing as much as its own. */
    static Session ofSingleShots(Random random, double noise) {
        JmhText text = new JmhText();
        for (int b = 0; b < BENCHMARKS; b++) {
            double fork = 100 * Math.exp(noise * random.nextGaussian());
            double[] shots = new double[5];
            Arrays.setAll(shots, i -> fork * Math.exp(noise * random.nextGaussian()));
            text.addFork("a.B.b" + b, "ss", "ms/op", shots);
        }
        return text.session("run.json");
    }

    private static double[] forks(Random random, int count, double factor, double noise) {
        double[] times = new double[count];
        for (int f = 0; f < count; f++) {
            times[f] = 100 * factor * Math.exp(noise * random.nextGaussian());
        }
        return times;
    }

    /** Benchmarks differ in their noise, as real ones do, by a factor of up to three. */
    private static double scale(int benchmark) {
        return 0.6 + 1.2 * benchmark / BENCHMARKS;
    }
}
