package org.evenkeel.suite.sides;

import java.util.Locale;

/** One of the two sides of an interleaved comparison. */
public enum Arm {
    /** The code to compare with. */
    BASE,
    /** The code as it is now. */
    CURRENT;

    /** The other one. */
    public Arm other() {
        return this == BASE ? CURRENT : BASE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
