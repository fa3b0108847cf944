package org.evenkeel.leakcheck.report;

import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.leakcheck.verdict.Tendency;

/** A signal's tendency under the same names as the verdict of a whole check. */
final class Tendencies {

    private Tendencies() {}

    static LeakVerdictName name(Tendency tendency) {
        return switch (tendency) {
            case STEADY -> LeakVerdictName.STEADY;
            case GROWING -> LeakVerdictName.GROWING;
            case UNDECIDED -> LeakVerdictName.INCONCLUSIVE;
        };
    }

    static Tendency named(LeakVerdictName name) {
        return switch (name) {
            case STEADY -> Tendency.STEADY;
            case GROWING -> Tendency.GROWING;
            case INCONCLUSIVE -> Tendency.UNDECIDED;
            case INVALID -> throw new IllegalArgumentException("a signal cannot be " + name);
        };
    }
}
