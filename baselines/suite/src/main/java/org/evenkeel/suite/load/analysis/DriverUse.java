package org.evenkeel.suite.load.analysis;

import org.evenkeel.suite.load.samples.LoadRun;
import org.evenkeel.suite.load.samples.PhaseResult;

/**
 * What the driver itself took of the machine in one phase.
 *
 * @param share its processor time as a share of the machine's: what an arrival costs it, times the arrivals; of a driver that is a
 *     process of its own, what that process took
 * @param lagP99Nanos how late it was, 99th percentile; 0 where it waited for nothing
 */
public record DriverUse(double share, double lagP99Nanos) {

    /** That of a phase. */
    public static DriverUse of(PhaseResult phase, LoadRun run) {
        double lag = phase.lag().getTotalCount() == 0 ? 0 : phase.lag().getValueAtPercentile(99);
        if (run.driver().isAProcessOfItsOwn()) {
            return new DriverUse(phase.cpu(), lag);
        }
        boolean waits = phase.lag().getTotalCount() > phase.done() / 2;
        double each = waits ? run.driver().openCpuNanos() : run.driver().closedNanos();
        double machine = phase.seconds() * 1e9 * run.processors();
        return new DriverUse(machine <= 0 ? 0 : each * phase.done() / machine, lag);
    }
}
