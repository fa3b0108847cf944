package org.evenkeel.hotpaths.audits;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenkeel.hotpaths.inputs.Choice;
import org.evenkeel.hotpaths.inputs.Seeds;
import org.evenkeel.workload.Gauge;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.Workload;

/** The state of the path: the records and their auditor, the pool for batches, and what is counted. */
final class AuditsWorkload implements Workload {

    private final Choice records;
    private final Books books;
    private final RecordLocks locks;
    private final Auditor auditor;
    private final Replay replay;
    private final AuditDesk desk;
    private final ExecutorService workers;
    private final Invariants invariants;

    /**
     * The parts, put together.
     *
     * @param records which record a request is about
     * @param workers how many requests of a batch are done at once
     */
    AuditsWorkload(
            Choice records, Books books, RecordLocks locks, Auditor auditor, int workers, Invariants invariants) {
        this.records = records;
        this.books = books;
        this.locks = locks;
        this.auditor = auditor;
        this.replay = new Replay(records.size(), books.ledger());
        this.desk = new AuditDesk(books.amendments(), auditor);
        this.invariants = invariants;
        AtomicInteger started = new AtomicInteger();
        this.workers = Executors.newFixedThreadPool(workers, task -> {
            Thread worker = new Thread(task, "audits-" + started.incrementAndGet());
            worker.setDaemon(true);
            return worker;
        });
    }

    @Override
    public AuditsCaller caller(int index, long seed) {
        return new AuditsCaller(desk, workers, records, Seeds.random(index, seed));
    }

    @Override
    public void checkInvariants() {
        int held = locks.held();
        invariants.require(held == 0, "no lock held when quiet", () -> held + " locks held");
        long left = 0;
        for (int record = 0; record < records.size(); record++) {
            long examined = auditor.examined(record);
            left += books.amendments().bookings(record) - examined;
            checkFlags(record, books.flags().flags(record), replay.flagsAfter(record, examined));
        }
        // A request that failed left its booking to the next audit of that record, which may not have come.
        long unexamined = left;
        long errors = desk.errors().sum();
        invariants.require(
                unexamined <= errors,
                "no booking unexamined",
                () -> unexamined + " bookings unexamined, " + errors + " requests failed");
    }

    private void checkFlags(int record, int found, int expected) {
        invariants.require(
                found - expected >= 0,
                "no lost flag",
                () -> found + " flags of record " + record + ", expected " + expected);
        invariants.require(
                found - expected <= 0,
                "no record flagged twice",
                () -> found + " flags of record " + record + ", expected " + expected);
    }

    @Override
    public List<Gauge> gauges() {
        return List.of(
                desk.requests().gauge(),
                books.flags().all().gauge(),
                locks.waits().gauge(),
                locks.waits().perEach(desk.requests(), "lock.waits.per-request"),
                desk.errors().gauge(),
                desk.errors().perEach(desk.requests(), "audits.errors.per-request"));
    }

    /** Ends the workers and releases the locks. Nobody is at work any more, since no batch ends before its requests. */
    @Override
    public void close() {
        workers.shutdownNow();
        boolean interrupted = false;
        while (true) {
            try {
                if (workers.awaitTermination(1, TimeUnit.MINUTES)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        locks.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
