package org.evenkeel.compare.verdict;

import java.util.List;
import org.evenkeel.compare.samples.Identity;

/**
 * What a project asks of its own benchmarks: the content of its objectives file.
 *
 * @param objectives absolute limits
 * @param limits what is asked of some rows in place of what is asked of all; the last that selects a row decides
 */
public record Rules(List<Objective> objectives, List<Limit> limits) {

    /** Nothing in particular. */
    public static final Rules NONE = new Rules(List.of(), List.of());

    public Rules {
        objectives = List.copyOf(objectives);
        limits = List.copyOf(limits);
    }

    /** Whether a row counts. */
    boolean gates(Identity identity) {
        boolean gates = true;
        for (Limit limit : limits) {
            if (limit.selector().selects(identity)) {
                gates = limit.gate();
            }
        }
        return gates;
    }

    /** What is asked of a row's change: up to this size nobody cares. */
    public double minimumEffect(Identity identity, double otherwise) {
        double effect = otherwise;
        for (Limit limit : limits) {
            if (limit.selector().selects(identity)) {
                effect = limit.minimumEffect().orElse(otherwise);
            }
        }
        return effect;
    }

    /** Within what a row is called equivalent. */
    public double margin(Identity identity, double otherwise) {
        double margin = otherwise;
        for (Limit limit : limits) {
            if (limit.selector().selects(identity)) {
                margin = limit.margin().orElse(otherwise);
            }
        }
        return margin;
    }
}
