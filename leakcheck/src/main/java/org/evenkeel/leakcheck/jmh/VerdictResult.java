package org.evenkeel.leakcheck.jmh;

import java.util.Collection;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.Aggregator;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ResultRole;

/** The verdict on a benchmark, as a result of JMH: one of a fork, and the worst of several. */
final class VerdictResult extends Result<VerdictResult> {
    private static final long serialVersionUID = 1L;

    private final String text;

    VerdictResult(double growing, String text) {
        super(ResultRole.SECONDARY, "leak.verdict", of(growing), "growing", AggregationPolicy.MAX);
        this.text = text;
    }

    @Override
    public String extendedInfo() {
        return text;
    }

    @Override
    protected Aggregator<VerdictResult> getThreadAggregator() {
        return VerdictResult::worst;
    }

    @Override
    protected Aggregator<VerdictResult> getIterationAggregator() {
        return VerdictResult::worst;
    }

    /** Growth in one fork is growth; nothing is steady unless it is in all. */
    private static VerdictResult worst(Collection<VerdictResult> results) {
        double worst = 0;
        for (VerdictResult result : results) {
            double score = result.getScore();
            worst = score == 1 || worst == 1 ? 1 : worst + score;
        }
        return new VerdictResult(worst, results.stream().map(r -> r.text).collect(Collectors.joining("\n")));
    }
}
