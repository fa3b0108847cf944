package org.evenkeel.hotpaths.conversations;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.evenkeel.workload.Arguments;
import org.evenkeel.workload.HotPath;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.Parameter;
import org.evenkeel.workload.Workload;

/** Provides the path {@code conversations}. */
public final class ConversationsPath implements HotPath {

    /** On the virtual clock: 2,000 requests. */
    static final long IDLE_LIMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

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
        int users = arguments.integer("users");
        int globalLimit = arguments.integer("globalLimit");
        int perUserLimit = arguments.integer("perUserLimit");
        String kind = arguments.text("limiter");

        Limiter limiter = new Limiter(
                permits(kind, "service", globalLimit),
                IntStream.range(0, users)
                        .mapToObj(user -> permits(kind, "user " + user, perUserLimit))
                        .toList());
        List<String> names =
                IntStream.range(0, users).mapToObj(user -> "user " + user).toList();
        Occupancy occupancy = new Occupancy(users, globalLimit, perUserLimit, invariants);
        VirtualClock clock = new VirtualClock();
        Conversations conversations =
                new Conversations(limiter, around.apply(names::get), occupancy, clock, IDLE_LIMIT_NANOS);
        return new ConversationsWorkload(
                users, limiter, occupancy, conversations, clock, BackOff.doubling(), invariants);
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
