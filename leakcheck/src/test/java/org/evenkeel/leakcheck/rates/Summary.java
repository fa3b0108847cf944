package org.evenkeel.leakcheck.rates;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.evenkeel.kernel.LeakVerdictName;

/** The figures over many outcomes. */
final class Summary {

    private Summary() {}

    static String of(List<Rates.Outcome> outcomes) {
        return describe(
                        "clean",
                        outcomes.stream().filter(o -> o.leaks() == null).toList())
                + describe(
                        "leaking",
                        outcomes.stream().filter(o -> o.leaks() != null).toList());
    }

    private static String describe(String set, List<Rates.Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%s: %d checks", set, outcomes.size()));
        for (LeakVerdictName verdict : LeakVerdictName.values()) {
            long count = outcomes.stream()
                    .filter(o -> o.report().verdictName() == verdict)
                    .count();
            text.append(String.format(Locale.ROOT, ", %d %s", count, verdict));
        }
        double[] seconds = outcomes.stream()
                .mapToDouble(o -> o.report().elapsedSeconds())
                .sorted()
                .toArray();
        text.append(String.format(
                Locale.ROOT,
                "; seconds: median %.1f, 95 %% within %.1f, most %.1f%n",
                seconds[seconds.length / 2],
                seconds[(int) Math.min(seconds.length - 1L, Math.round(0.95 * seconds.length))],
                seconds[seconds.length - 1]));
        return text.append(rates(outcomes)).toString();
    }

    /** How near the found rates are to the planted ones, where the planted one is exact and on the heap. */
    private static String rates(List<Rates.Outcome> outcomes) {
        double[] errors = outcomes.stream()
                .flatMapToDouble(outcome -> outcome.rateError().stream())
                .sorted()
                .toArray();
        if (errors.length == 0) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "rate on the heap: within 5 %% of what was planted in %d of %d; error: median %.2f %%, most %.1f %%%n",
                Arrays.stream(errors).filter(error -> error <= 0.05).count(),
                errors.length,
                100 * errors[errors.length / 2],
                100 * errors[errors.length - 1]);
    }
}
