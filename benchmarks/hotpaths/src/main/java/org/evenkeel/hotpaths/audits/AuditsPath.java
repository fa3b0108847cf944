package org.evenkeel.hotpaths.audits;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.evenkeel.hotpaths.inputs.Choice;
import org.evenkeel.hotpaths.redis.Redis;
import org.evenkeel.workload.Arguments;
import org.evenkeel.workload.Footprint;
import org.evenkeel.workload.HotPath;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.Parameter;
import org.evenkeel.workload.Workload;

/** Provides the path {@code audits}. */
public final class AuditsPath implements HotPath {

    private final UnaryOperator<Ledger> around;

    /** The path as it is measured. */
    public AuditsPath() {
        this(UnaryOperator.identity());
    }

    /**
     * The path with something around the ledger that the auditor reads.
     *
     * @param around makes the ledger that is used from the one that there is
     */
    AuditsPath(UnaryOperator<Ledger> around) {
        this.around = around;
    }

    @Override
    public String name() {
        return "audits";
    }

    @Override
    public String summary() {
        return "locks a record, examines what is new in it, flags once what is suspicious, and unlocks";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.choice("lock", "what locks a record", "striped", "map", "read-write", "redis"),
                Parameter.number("records", "how many records there are", 10_000, 1, 1_000_000),
                Parameter.choice(
                        "skew",
                        "exponent of Zipf's law by which records are asked for",
                        "0.5",
                        "0",
                        "0.8",
                        "1.0",
                        "1.2"),
                Parameter.number("workers", "requests of a batch that are done at once", 120, 1, 1_000));
    }

    @Override
    public Workload open(Arguments arguments, Invariants invariants) throws Exception {
        int records = arguments.integer("records");
        Books books = books(records, invariants);
        RecordLocks locks = locks(arguments.text("lock"), records);
        return new AuditsWorkload(
                Choice.zipf(records, Double.parseDouble(arguments.text("skew"))),
                books,
                locks,
                new Auditor(AuditedRecord.numbered(records), books.with(around.apply(books.ledger())), locks),
                arguments.integer("workers"),
                invariants);
    }

    /** The records and what is known of them. Locks are left out: a path has as many as callers, not as records. */
    @Override
    public Optional<Footprint> footprint(Arguments arguments) {
        int records = arguments.integer("records");
        return Optional.of(new Footprint("record", records, audited(records), audited(0)));
    }

    private static Object audited(int records) {
        return List.of(AuditedRecord.numbered(records), books(records, new Invariants()));
    }

    private static Books books(int records, Invariants invariants) {
        return new Books(new Amendments(records), Ledger.madeUp(), new FlagLog(records, invariants));
    }

    private static RecordLocks locks(String kind, int records) {
        return switch (kind) {
            case "striped" -> new StripedLocks();
            case "map" -> new MapLocks();
            case "read-write" -> new ReadWriteLocks();
            case "redis" -> new RedisLocks(Redis.open("lock=redis"), records, RedisLocks.Patience.ofAService());
            default -> throw new IllegalArgumentException("there is no lock called " + kind);
        };
    }
}
