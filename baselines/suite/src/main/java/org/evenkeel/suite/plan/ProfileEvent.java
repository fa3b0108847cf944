package org.evenkeel.suite.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.evenkeel.kernel.BadInputException;

/** What a profile is about. */
public enum ProfileEvent {
    /** Processor time. */
    CPU("ns/op", "processor time"),
    /** Garbage and live objects alike, as they are allocated. */
    ALLOC("B/op", "bytes allocated"),
    /** Waiting for a monitor or a lock that somebody else holds. */
    LOCK("ns/op", "time waiting for locks"),
    /** Time by the clock, running or not. */
    WALL("ns/op", "time by the clock"),
    /** Memory from malloc. */
    NATIVEMEM("B/op", "bytes of native memory allocated");

    private final String unit;
    private final String description;

    ProfileEvent(String unit, String description) {
        this.unit = unit;
        this.description = description;
    }

    /** Unit of what one operation takes. */
    public String unit() {
        return unit;
    }

    /** What is counted, in words. */
    public String description() {
        return description;
    }

    /** The name on the command line, in files and for the profiler. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The event with this name.
     *
     * @throws BadInputException when there is none
     */
    public static ProfileEvent named(String name) {
        return Arrays.stream(values())
                .filter(event -> event.written().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInputException("--event " + name + ": expected one of "
                        + Arrays.stream(values()).map(ProfileEvent::written).collect(Collectors.joining(", "))));
    }
}
