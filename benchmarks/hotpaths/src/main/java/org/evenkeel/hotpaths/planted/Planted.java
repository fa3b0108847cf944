package org.evenkeel.hotpaths.planted;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.evenkeel.workload.Arguments;
import org.evenkeel.workload.Footprint;
import org.evenkeel.workload.HotPath;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.Parameter;
import org.evenkeel.workload.Workload;

/** Provides the path {@code planted}. */
public final class Planted implements HotPath {

    private static final long MOST_BYTES = 1 << 30;
    private static final long MOST_NANOS = 1_000_000_000;
    private static final int ITEMS = 1_000;
    private static final int ITEM_BYTES = 64;
    private static final long MOST_MILLIS = 1_000;
    private static final long MOST_STALL = 3_600_000;

    @Override
    public String name() {
        return "planted";
    }

    @Override
    public String summary() {
        return "hashes a kibibyte, and does wrong what it is told to";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.number("leak", "bytes held on every every-th operation; 0 for none", 0, 0, MOST_BYTES)
                        .asFault(),
                Parameter.number("every", "operations of a caller from one leak to the next", 1, 1, Long.MAX_VALUE)
                        .asFault(),
                Parameter.choice("kind", "what is leaked", "heap", "direct", "thread", "descriptor", "class")
                        .asFault(),
                Parameter.number("spin", "nanoseconds more per operation, by the wall clock", 0, 0, MOST_NANOS)
                        .asFault(),
                Parameter.number("allocate", "bytes of garbage more per operation", 0, 0, MOST_BYTES)
                        .asFault(),
                Parameter.number("item", "bytes more that each item it keeps takes", 0, 0, 1 << 20)
                        .asFault(),
                Parameter.number("hold", "nanoseconds to hold a lock that all callers share", 0, 0, MOST_NANOS)
                        .asFault(),
                Parameter.number("sleep", "milliseconds to sleep in each operation", 0, 0, MOST_MILLIS)
                        .asFault(),
                Parameter.number("stall", "milliseconds of each period in which nobody is answered", 0, 0, MOST_STALL)
                        .asFault(),
                Parameter.number("period", "milliseconds from one stall to the next", 5_000, 1, MOST_STALL)
                        .asFault(),
                Parameter.choice("broken", "whether an invariant fails", "false", "true")
                        .asFault());
    }

    @Override
    public Workload open(Arguments arguments, Invariants invariants) throws IOException {
        int leakBytes = arguments.integer("leak");
        Faults faults = new Faults(
                arguments.number("every"),
                arguments.number("spin"),
                arguments.integer("allocate"),
                arguments.number("hold"),
                arguments.number("sleep"),
                arguments.number("stall"),
                arguments.number("period"),
                arguments.flag("broken"));
        Leak leak = leakBytes == 0 ? Leak.NONE : leak(arguments.text("kind"), leakBytes);
        return new PlantedWorkload(faults, leak, invariants);
    }

    /** Items that take 64 bytes without their header, and whatever is planted. */
    @Override
    public Optional<Footprint> footprint(Arguments arguments) {
        byte[][] items = new byte[ITEMS][ITEM_BYTES + arguments.integer("item")];
        return Optional.of(new Footprint("item", ITEMS, items, new byte[ITEMS][]));
    }

    @Override
    public boolean calibration() {
        return true;
    }

    private static Leak leak(String kind, int bytes) throws IOException {
        return switch (kind) {
            case "heap" -> new HeapLeak(bytes);
            case "direct" -> new DirectLeak(bytes);
            case "thread" -> new ThreadLeak();
            case "descriptor" -> new DescriptorLeak();
            case "class" -> new ClassLeak();
            default -> throw new IllegalArgumentException("there is no kind of leak called " + kind);
        };
    }
}
