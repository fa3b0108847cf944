package org.evenkeel.leakcheck.report;

import org.evenkeel.leakcheck.verdict.Tendency;

/** A signal's tendency under the same names as the verdict of a whole check. */
final class Tendencies {

    private Tendencies() {}

    static String name(Tendency tendency) {
        return switch (tendency) {
            case STEADY -> VerdictName.STEADY.name();
            case GROWING -> VerdictName.GROWING.name();
            case UNDECIDED -> VerdictName.INCONCLUSIVE.name();
        };
    }

    static Tendency named(String name) {
        return switch (VerdictName.valueOf(name)) {
            case STEADY -> Tendency.STEADY;
            case GROWING -> Tendency.GROWING;
            case INCONCLUSIVE -> Tendency.UNDECIDED;
            case INVALID -> throw new IllegalArgumentException("a signal cannot be " + name);
        };
    }
}
