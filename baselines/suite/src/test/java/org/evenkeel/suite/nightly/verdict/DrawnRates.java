package org.evenkeel.suite.nightly.verdict;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.evenkeel.compare.analysis.changepoint.ChangePoints;
import org.evenkeel.compare.verdict.Options.ExactTolerance;

/** How often the judge is wrong on series that are drawn: short ones, wide noise, and allocation that goes to and fro. */
final class DrawnRates {

    private static final double[] DEVIATIONS = {0.02, 0.04, 0.06, 0.08, 0.1};
    private static final int NIGHTS = 120;

    private DrawnRates() {}

    static void print(int series) {
        for (int nights : new int[] {29, 34}) {
            for (double deviation : DEVIATIONS) {
                shortSeries(series, nights, deviation);
            }
        }
        for (double deviation : new double[] {0.1, 0.2, 0.3}) {
            wideNoise(series, deviation);
        }
        for (Amounts amounts : Amounts.values()) {
            exact(series, amounts);
        }
    }

    private static void shortSeries(int series, int nights, double deviation) {
        int found = 0;
        int wrong = 0;
        int wrongInARow = 0;
        for (int seed = 0; seed < series; seed++) {
            Random random = new Random(seed);
            double[] calm = noise(random, nights, deviation);
            wrong += hasChange(calm) ? 1 : 0;
            double[] slower = calm.clone();
            Arrays.setAll(slower, i -> calm[i] + (i >= nights - 9 ? Math.log(1.5) : 0));
            found += ChangePoints.of(slower, index -> true).stream()
                            .anyMatch(change -> Math.abs(change.index() - (nights - 9)) <= 1)
                    ? 1
                    : 0;
            for (int i = 1; i < nights; i++) {
                calm[i] += 0.5 * calm[i - 1];
            }
            wrongInARow += hasChange(calm) ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%d nights, noise of %.0f %%: +50 %% in the last nine found in %.1f %%; unchanged series with a change point"
                        + " %d of %d (%.1f %%), with moods (correlation 0.5) %d (%.1f %%)%n",
                nights,
                100 * deviation,
                percent(found, series),
                wrong,
                series,
                percent(wrong, series),
                wrongInARow,
                percent(wrongInARow, series));
    }

    private static boolean hasChange(double[] values) {
        return !ChangePoints.of(values, index -> true).isEmpty();
    }

    private static void wideNoise(int series, double deviation) {
        int[] found = new int[3];
        double[] factors = {1, 2, 10};
        for (int seed = 0; seed < series; seed++) {
            double[] calm = noise(new Random(seed), 90, deviation);
            for (int i = 0; i < factors.length; i++) {
                NightGate gate = new NightGate(Sensitivity.of(30));
                boolean isAlarmed = false;
                for (int night = 0; night < calm.length; night++) {
                    double value = calm[night] + (night < 40 ? 0 : Math.log(factors[i]));
                    isAlarmed |= gate.next(value).isPresent() && night >= 40;
                }
                found[i] += isAlarmed ? 1 : 0;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "times, noise of %.0f %%: x2 alarms in %.1f %%, x10 in %.1f %%; unchanged in %d of %d series of 50 nights%n",
                100 * deviation,
                percent(found[1], series),
                percent(found[2], series),
                found[0],
                series);
    }

    /** Kinds of allocation, in bytes. */
    private enum Amounts {
        STEADY,
        NOISE_OF_2_PERCENT,
        NOISE_OF_5_PERCENT,
        MOODS_OF_2_PERCENT,
        TWO_MODES
    }

    private static void exact(int series, Amounts amounts) {
        int alarmedNights = 0;
        int judged = 0;
        int found = 0;
        for (int seed = 0; seed < series; seed++) {
            double[] calm = amounts(new Random(seed), amounts);
            ExactGate unchanged = new ExactGate(new ExactTolerance(16, 0.01));
            ExactGate changed = new ExactGate(new ExactTolerance(16, 0.01));
            boolean isFound = false;
            for (int night = 0; night < NIGHTS; night++) {
                boolean isAlarm = unchanged.next(calm[night]).isPresent();
                if (night >= SetAside.NIGHTS_NEEDED) {
                    alarmedNights += isAlarm ? 1 : 0;
                    judged++;
                }
                boolean isStep =
                        changed.next(calm[night] + (night < 60 ? 0 : 400)).isPresent();
                isFound |= isStep && night >= 60 && night < 75;
            }
            found += isFound ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "allocation, %s: %d of %d nights alarm (%.3f %%); +400 B found within 15 nights in %.1f %%%n",
                amounts.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                alarmedNights,
                judged,
                percent(alarmedNights, judged),
                percent(found, series));
    }

    private static double[] amounts(Random random, Amounts amounts) {
        double[] values = new double[NIGHTS];
        double mood = 0;
        for (int night = 0; night < NIGHTS; night++) {
            double gauss = random.nextGaussian();
            mood = 0.5 * mood + Math.sqrt(0.75) * gauss;
            values[night] = switch (amounts) {
                case STEADY -> 1000 + gauss;
                case NOISE_OF_2_PERCENT -> 1000 + 20 * gauss;
                case NOISE_OF_5_PERCENT -> 1000 + 50 * gauss;
                case MOODS_OF_2_PERCENT -> 1000 + 20 * mood;
                case TWO_MODES -> random.nextDouble() < 0.3 ? 4096 : 0;
            };
        }
        return values;
    }

    private static double[] noise(Random random, int nights, double deviation) {
        double[] values = new double[nights];
        Arrays.setAll(values, i -> deviation * random.nextGaussian());
        return values;
    }

    private static double percent(int some, int all) {
        return 100.0 * some / all;
    }
}
