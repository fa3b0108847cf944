package org.evenkeel.suite.ab.verdict;

import org.evenkeel.compare.samples.Series;

/** Log ratios of two series whose forks were measured in pairs. */
final class LogRatios {

    private LogRatios() {}

    /** One per block, positive where the current side is worse; none where a fork gave no number above 0, or units differ. */
    static double[] of(Series base, Series current) {
        boolean oneUnit = base.metric().unit().equals(current.metric().unit());
        if (!oneUnit || !base.isPositive() || !current.isPositive()) {
            return new double[0];
        }
        double[] before = base.forks();
        double[] now = current.forks();
        double[] ratios = new double[Math.min(before.length, now.length)];
        for (int block = 0; block < ratios.length; block++) {
            ratios[block] = base.metric().direction().worsening(Math.log(now[block]) - Math.log(before[block]));
        }
        return ratios;
    }
}
