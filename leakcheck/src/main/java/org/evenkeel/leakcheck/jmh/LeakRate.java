package org.evenkeel.leakcheck.jmh;

import java.util.Collection;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Aggregator;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.Statistics;

/** Growth of the live heap in bytes per operation. JMH's own scalar would count an iteration without it as 0. */
final class LeakRate extends Result<LeakRate> {
    private static final long serialVersionUID = 1L;

    LeakRate(double bytesPerOperation) {
        this(of(bytesPerOperation));
    }

    private LeakRate(Statistics bytesPerOperation) {
        super(ResultRole.SECONDARY, "leak.rate", bytesPerOperation, "B/op", AggregationPolicy.AVG);
    }

    @Override
    protected Aggregator<LeakRate> getThreadAggregator() {
        return LeakRate::all;
    }

    @Override
    protected Aggregator<LeakRate> getIterationAggregator() {
        return LeakRate::all;
    }

    private static LeakRate all(Collection<LeakRate> results) {
        ListStatistics statistics = new ListStatistics();
        results.forEach(result -> statistics.addValue(result.getScore()));
        return new LeakRate(statistics);
    }
}
