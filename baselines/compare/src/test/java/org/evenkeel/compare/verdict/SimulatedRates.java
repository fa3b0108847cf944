package org.evenkeel.compare.verdict;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.kernel.ExitStatus;

/**
 * Prints how comparisons of unchanged code end whose times all move together, or are thrown about: the rates in
 * {@code docs/evidence/comparison.md}.
 */
public final class SimulatedRates {

    private static final int RUNS = 300;
    private static final int FORKS = 5;
    private static final double NOISE = 0.01;

    private SimulatedRates() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        for (double deviation : new double[] {0.02, 0.03, 0.05}) {
            for (int sessions : new int[] {1, 8}) {
                Random random = new Random(59);
                int wrong = 0;
                for (int run = 0; run < RUNS; run++) {
                    wrong += isWrong(Comparer.compare(
                            day(random, sessions, deviation),
                            day(random, sessions, deviation),
                            List.of(),
                            Options.DEFAULT));
                }
                System.out.printf(
                        Locale.ROOT,
                        "days that differ by %.0f %%, %d session(s) a side: %s of %d runs end with 1%n",
                        100 * deviation,
                        sessions,
                        share(wrong),
                        RUNS);
            }
        }
        Random random = new Random(61);
        int named = 0;
        int wrong = 0;
        for (int run = 0; run < RUNS; run++) {
            Comparison comparison = Comparer.compare(
                    List.of(loneForks(random)), List.of(loneForks(random)), List.of(), Options.DEFAULT);
            named += comparison.moves().areThrownAbout() ? 1 : 0;
            wrong += isWrong(comparison);
        }
        System.out.printf(
                Locale.ROOT,
                "31 lone forks with noise of 5 to 29 %%: another machine is named in %s of %d runs, %s end with 1%n",
                share(named),
                RUNS,
                share(wrong));
    }

    private static List<Session> day(Random random, int sessions, double deviation) {
        return SimulatedSessions.ofOneDay(random, sessions, FORKS, Math.exp(deviation * random.nextGaussian()), NOISE);
    }

    private static Session loneForks(Random random) {
        return SimulatedSessions.ofLoneForks(random, 31, 0.05, 0.29);
    }

    private static int isWrong(Comparison comparison) {
        return comparison.status() == ExitStatus.WRONG ? 1 : 0;
    }

    private static String share(int count) {
        return String.format(Locale.ROOT, "%.1f %%", 100.0 * count / RUNS);
    }
}
