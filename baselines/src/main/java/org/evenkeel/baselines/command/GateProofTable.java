package org.evenkeel.baselines.command;

import java.util.Locale;
import org.evenkeel.baselines.verdict.GateProof;
import org.evenkeel.baselines.verdict.Rates;

/** The rates of a self-test as a table. */
final class GateProofTable {

    private static final int WIDTH = 34;

    private GateProofTable() {}

    static String header() {
        StringBuilder text =
                new StringBuilder(pad("sides") + pad("alarms with nothing changed") + pad("comparisons with an alarm"));
        GateProof.SLOWDOWNS.forEach(slowdown -> text.append(
                String.format(Locale.ROOT, "%-16s", String.format(Locale.ROOT, "+%.0f%% found", 100 * slowdown))));
        return text.toString().stripTrailing();
    }

    static String line(String sides, Rates rates) {
        StringBuilder text = new StringBuilder(pad(sides)
                + pad(share(rates.falseAlarmRate()) + " of " + rates.benchmarks() + " benchmarks")
                + pad(share(rates.alarmedComparisonRate()) + " of " + rates.comparisons()));
        GateProof.SLOWDOWNS.forEach(
                slowdown -> text.append(String.format(Locale.ROOT, "%-16s", share(rates.foundRate(slowdown)))));
        return text.toString().stripTrailing();
    }

    private static String pad(String text) {
        return String.format(Locale.ROOT, "%-" + WIDTH + "s", text);
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, share < 0.1 ? "%.2f%%" : "%.1f%%", 100 * share);
    }
}
