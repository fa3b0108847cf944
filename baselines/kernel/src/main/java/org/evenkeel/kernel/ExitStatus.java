package org.evenkeel.kernel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/** What a command ends with. Scripts rely on the numbers, so they never change. */
public enum ExitStatus {
    /** Nothing wrong was found. */
    OK(0, 0),
    /** A regression, a leak, a broken invariant or a missed objective. */
    WRONG(1, 3),
    /** Wrong usage or unreadable input. */
    BAD_INPUT(2, 4),
    /** There is no baseline to compare with. */
    NO_BASELINE(3, 1),
    /** Inconclusive or incomparable. */
    UNDECIDED(4, 2);

    private final int code;
    private final int severity;

    ExitStatus(int code, int severity) {
        this.code = code;
        this.severity = severity;
    }

    /** The number the process ends with. */
    public int code() {
        return code;
    }

    /** The one of a number that a command ended with; empty where no command of ours ends so. */
    public static Optional<ExitStatus> of(int code) {
        return Arrays.stream(values()).filter(status -> status.code == code).findFirst();
    }

    /** The one that wins where several apply, in the order 2, 1, 4, 3, 0; {@link #OK} where none does. */
    public static ExitStatus worst(ExitStatus... statuses) {
        return Arrays.stream(statuses)
                .max(Comparator.comparingInt(status -> status.severity))
                .orElse(OK);
    }
}
