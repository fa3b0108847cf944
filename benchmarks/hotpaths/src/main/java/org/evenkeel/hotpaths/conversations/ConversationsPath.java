package org.evenkeel.hotpaths.conversations;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.evenkeel.workload.Arguments;
import org.evenkeel.workload.Footprint;
import org.evenkeel.workload.HotPath;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.Parameter;
import org.evenkeel.workload.Workload;

/** Provides the path {@code conversations}. */
public final class ConversationsPath implements HotPath {

    /** On the virtual clock: 2,000 requests. */
    static final long IDLE_LIMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    /** Conversations that a footprint is taken of, where the limits allow more: enough for an even share of the table. */
    private static final int MOST_WEIGHED = 10_000;

    private final UnaryOperator<Profiles> around;

    /** The path as it is measured. */
    public ConversationsPath() {
        this(UnaryOperator.identity());
    }

    /**
     * The path with something around the profiles that a start looks up.
     *
     * @param around makes the profiles that are used from those that there are
     */
    ConversationsPath(UnaryOperator<Profiles> around) {
        this.around = around;
    }

    @Override
    public String name() {
        return "conversations";
    }

    @Override
    public String summary() {
        return "starts, keeps alive and stops a conversation under a global limit and a limit per user";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice("limiter", "what counts the permits", "semaphore", "atomic", "resilience4j"),
                Parameter.number("users", "how many users there are", 50, 1, 100_000),
                Parameter.number("globalLimit", "conversations active at once", 40, 1, 1_000_000),
                Parameter.number("perUserLimit", "conversations of one user active at once", 2, 1, 1_000_000));
    }

    @Override
    public Workload open(Arguments arguments, Invariants invariants) {
        Limiter limiter = limiter(arguments);
        Occupancy occupancy = occupancy(arguments, invariants);
        VirtualClock clock = new VirtualClock();
        return new ConversationsWorkload(
                arguments.integer("users"),
                limiter,
                occupancy,
                conversations(arguments, limiter, occupancy, clock),
                clock,
                BackOff.doubling(),
                invariants);
    }

    /** As many conversations as the limits allow, the users taking turns, against none. */
    @Override
    public Optional<Footprint> footprint(Arguments arguments) {
        Conversations full = forFootprint(arguments);
        int users = arguments.integer("users");
        long allowed = Math.min(arguments.integer("globalLimit"), (long) users * arguments.integer("perUserLimit"));
        int items = Math.toIntExact(Math.min(allowed, MOST_WEIGHED));
        for (int i = 0; i < items; i++) {
            Objects.requireNonNull(full.start(i % users), "a start within the limits");
        }
        return Optional.of(new Footprint("conversation", items, full, forFootprint(arguments)));
    }

    private Conversations forFootprint(Arguments arguments) {
        return conversations(arguments, limiter(arguments), occupancy(arguments, new Invariants()), new VirtualClock());
    }

    private Conversations conversations(Arguments arguments, Limiter limiter, Occupancy occupancy, VirtualClock clock) {
        List<String> names = IntStream.range(0, arguments.integer("users"))
                .mapToObj(user -> "user " + user)
                .toList();
        return new Conversations(limiter, around.apply(names::get), occupancy, clock, IDLE_LIMIT_NANOS);
    }

    private static Occupancy occupancy(Arguments arguments, Invariants invariants) {
        return new Occupancy(
                arguments.integer("users"),
                arguments.integer("globalLimit"),
                arguments.integer("perUserLimit"),
                invariants);
    }

    private static Limiter limiter(Arguments arguments) {
        String kind = arguments.text("limiter");
        int perUserLimit = arguments.integer("perUserLimit");
        return new Limiter(
                permits(kind, "service", arguments.integer("globalLimit")),
                IntStream.range(0, arguments.integer("users"))
                        .mapToObj(user -> permits(kind, "user " + user, perUserLimit))
                        .toList());
    }

    private static Permits permits(String kind, String name, int limit) {
        return switch (kind) {
            case "semaphore" -> new SemaphorePermits(limit);
            case "atomic" -> new AtomicPermits(limit);
            case "resilience4j" -> new BulkheadPermits(name, limit);
            default -> throw new IllegalArgumentException("limiter " + kind);
        };
    }
}
