package org.evenkeel.suite.load.plan;

import java.util.Optional;

/**
 * A limit on something that was measured.
 *
 * @param metric what
 * @param phase of which phase; empty for each
 * @param user of which kind of users; empty for all together
 * @param task of which task; empty for all together
 * @param larger whether more is better
 * @param target the limit, in the metric's own unit
 * @param acceptable up to which a missed target is put up with; the target itself where nothing beyond is
 */
public record LoadObjective(
        LoadMetric metric,
        Optional<String> phase,
        Optional<String> user,
        Optional<String> task,
        boolean larger,
        double target,
        double acceptable) {

    public LoadObjective {
        if (larger ? acceptable > target : acceptable < target) {
            throw new IllegalArgumentException("acceptable " + acceptable + " is better than the target " + target);
        }
    }

    /** The limit in words. */
    public String words() {
        String bound = larger ? "at least " : "at most ";
        return bound + metric.show(target) + (acceptable == target ? "" : ", acceptable to " + metric.show(acceptable));
    }

    /** What it is about, in words. */
    public String subject() {
        return metric.name()
                + user.map(name -> " of " + name).orElse("")
                + task.map(name -> " of " + name).orElse("");
    }
}
