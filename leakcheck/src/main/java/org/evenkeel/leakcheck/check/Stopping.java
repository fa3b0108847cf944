package org.evenkeel.leakcheck.check;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.evenkeel.leakcheck.analysis.cause.PathGrowth;
import org.evenkeel.leakcheck.run.StoppingRule;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.samples.heap.CauseMaterial;
import org.evenkeel.leakcheck.verdict.Judge;

/**
 * A run ends when its judge knows.
 *
 * @param judge who knows
 * @param view what of a recording is looked at
 * @param sooner what else ends it
 */
public record Stopping(Judge judge, UnaryOperator<Recording> view, Predicate<Recording> sooner)
        implements StoppingRule {

    @Override
    public boolean isDecided(Recording recording) {
        return judge.isDecided(view.apply(recording)) || sooner.test(recording);
    }

    @Override
    public boolean mayHaveABound(Recording recording) {
        return !sooner.test(recording) && judge.mayHaveABound(view.apply(recording));
    }

    @Override
    public boolean mayExpire(CauseMaterial cause, double bytesPerOperation) {
        return cause.paths()
                .filter(paths -> PathGrowth.mayExpire(paths, bytesPerOperation))
                .isPresent();
    }
}
