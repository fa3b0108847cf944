package org.evenkeel.suite.profile.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.evenkeel.compare.report.Quantity;
import org.evenkeel.compare.report.TextTable;
import org.evenkeel.suite.profile.analysis.ContendedLock;

/** Contended locks as text. */
public final class ContentionText {

    private ContentionText() {}

    /** A row for each lock; empty when nobody waits. */
    public static String render(List<ContendedLock> locks, int top) {
        if (locks.isEmpty()) {
            return "";
        }
        Quantity quantity = Quantity.of("ns/op", OptionalDouble.of(locks.get(0).waitNanos()));
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("wait " + quantity.unit(), "waits/op", "waiters", "lock", "waits in", "held in"));
        for (ContendedLock lock : locks.stream().limit(top).toList()) {
            table.add(List.of(
                    ProfileText.show(quantity, lock.waitNanos()),
                    Quantity.digits(lock.waits()),
                    Quantity.digits(lock.waiters()),
                    lock.lock(),
                    lock.waitsIn(),
                    lock.heldIn().isEmpty() ? "(not seen)" : lock.heldIn()));
        }
        return "Locks:\n" + TextTable.render(table, 0, 1, 2);
    }
}
