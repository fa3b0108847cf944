package org.evenkeel.hotpaths.audits;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.evenkeel.hotpaths.inputs.Choice;
import org.evenkeel.hotpaths.inputs.PreparedChoices;
import org.evenkeel.workload.Caller;

/** Asks for audits of one record after the other, of some far more often than of others. */
final class AuditsCaller implements Caller {

    private final AuditDesk desk;
    private final Executor workers;
    private final PreparedChoices records;

    AuditsCaller(AuditDesk desk, Executor workers, Choice records, RandomGenerator random) {
        this.desk = desk;
        this.workers = workers;
        this.records = PreparedChoices.of(records, random);
    }

    @Override
    public Outcome request() {
        return desk.handle(records.next());
    }

    /**
     * {@inheritDoc}
     *
     * @return how many of the requests flagged something
     */
    @Override
    public Integer batch(int requests) throws ExecutionException {
        int[] asked = new int[requests];
        for (int i = 0; i < requests; i++) {
            asked[i] = records.next();
        }
        return new Batch(desk, asked).runOn(workers);
    }
}
