package org.evenkeel.suite.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.evenkeel.compare.proof.Exits;
import org.evenkeel.compare.proof.GateProof;
import org.evenkeel.compare.proof.InjectedChange;
import org.evenkeel.compare.proof.Rates;
import org.evenkeel.compare.report.TextTable;
import org.evenkeel.kernel.ExitStatus;

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

    /** How the comparisons of each kind ended: a line for each change, whether they have it or not. */
    static String exits(Map<String, Exits> kinds) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(List.of("sides", "changed", "exit 0", "1", "4", "wanted"));
        kinds.forEach((kind, exits) -> {
            for (InjectedChange change : InjectedChange.values()) {
                if (exits.comparisons(change) > 0) {
                    cells.add(List.of(
                            kind,
                            change.words(),
                            Integer.toString(exits.count(change, ExitStatus.OK)),
                            Integer.toString(exits.count(change, ExitStatus.WRONG)),
                            Integer.toString(exits.count(change, ExitStatus.UNDECIDED)),
                            wanted(change)));
                }
            }
        });
        return TextTable.render(cells, 2, 3, 4);
    }

    private static String wanted(InjectedChange change) {
        return change.mostLies() == 0
                ? "never " + change.lie().code()
                : String.format(
                        Locale.ROOT, "%d in at most %.0f %%", change.lie().code(), 100 * change.mostLies());
    }

    private static String pad(String text) {
        return String.format(Locale.ROOT, "%-" + WIDTH + "s", text);
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, share < 0.1 ? "%.2f%%" : "%.1f%%", 100 * share);
    }
}
