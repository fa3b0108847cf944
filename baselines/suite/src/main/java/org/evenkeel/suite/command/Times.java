package org.evenkeel.suite.command;

import java.time.Duration;
import org.evenkeel.kernel.Quantity;

/** How a time is written on the command line: {@code 10m}, {@code 90s}, {@code 1m30s}, {@code 500ms}. */
public final class Times {

    private Times() {}

    /**
     * Reads a time as every other command does.
     *
     * @throws org.evenkeel.kernel.BadInputException when it is none
     */
    public static Duration parse(String option, String text) {
        return Quantity.duration(option, text);
    }
}
