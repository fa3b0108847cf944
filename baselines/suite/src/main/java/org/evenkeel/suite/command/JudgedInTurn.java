package org.evenkeel.suite.command;

import java.io.IOException;
import java.util.List;
import org.evenkeel.compare.verdict.PathJudged;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.suite.report.parts.MeasuredSide;

/** What a check measures in turn with other code: hot paths, or benchmarks of somebody's own. */
public interface JudgedInTurn {

    /** Proves, measures and judges. */
    void run() throws IOException, InterruptedException;

    /** Stops behind the block that is running; callable from any thread. */
    void stop();

    /** Whether somebody stopped it. */
    boolean isStopped();

    /** How each was judged, in the order of the plan. */
    List<PathJudged> judged();

    /** The verdicts on everything that was measured here. */
    List<Row> rows();

    /** What a report shows of the base. */
    MeasuredSide baseSide();

    /** The same of the code as it is now. */
    MeasuredSide currentSide();
}
