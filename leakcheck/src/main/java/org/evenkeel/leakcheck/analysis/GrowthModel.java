package org.evenkeel.leakcheck.analysis;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A shape that a quantity may take over the operations. */
public enum GrowthModel {
    /** Stays where it is. */
    CONSTANT(1),
    /** Stays, jumps once, stays again. */
    STEP(3),
    /** Rises ever more slowly towards a bound. */
    SATURATING(3),
    /** Rises and falls back, again and again. */
    SAWTOOTH(4),
    /** Rises by the same amount per operation. */
    LINEAR(2);

    private final int parameters;

    GrowthModel(int parameters) {
        this.parameters = parameters;
    }

    /** The one of that name in results, if there is one. */
    public static Optional<GrowthModel> named(String name) {
        return Arrays.stream(values())
                .filter(model -> model.inResults().equals(name))
                .findFirst();
    }

    /** Its name in results. */
    public String inResults() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many numbers are fitted. */
    int parameters() {
        return parameters;
    }
}
