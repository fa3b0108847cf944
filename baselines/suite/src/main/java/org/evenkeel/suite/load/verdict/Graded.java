package org.evenkeel.suite.load.verdict;

import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.compare.verdict.Objective.Grade;
import org.evenkeel.suite.load.plan.LoadObjective;

/**
 * An objective in one phase.
 *
 * @param phase its name
 * @param value what was found; empty where nothing was measured
 * @param grade how good it is; empty where that cannot be said
 * @param note why it cannot be said, or what the value is; empty when there is nothing to say
 */
public record Graded(LoadObjective objective, String phase, OptionalDouble value, Optional<Grade> grade, String note) {

    /** Whether it misses even what is put up with. */
    public boolean isMissed() {
        return grade.filter(found -> found == Grade.POOR).isPresent();
    }

    /** The grade in one word. */
    public String word() {
        return grade.map(found -> found.name().toLowerCase(java.util.Locale.ROOT))
                .orElse("not judged");
    }
}
