package org.evenkeel.suite.ab.report;

import java.util.Locale;
import java.util.Optional;
import org.evenkeel.compare.verdict.Excluded;
import org.evenkeel.suite.ab.analysis.Look;
import org.evenkeel.suite.ab.verdict.Standing;

/** How one benchmark stands, in one line: its change, its interval, which narrows from look to look, and its verdict. */
public final class StandingLine {

    private StandingLine() {}

    /**
     * The line, for a benchmark of the given name.
     *
     * @param excluded what its blocks exclude; said where no change was found
     */
    public static String of(String benchmark, Standing standing, Optional<Excluded> excluded) {
        String line = of(benchmark, standing);
        return standing.isChange()
                ? line
                : line
                        + excluded.map(of ->
                                        String.format(Locale.ROOT, "; %.1f %% slower is excluded", 100 * of.slowdown()))
                                .orElse("");
    }

    private static String of(String benchmark, Standing standing) {
        if (standing instanceof Standing.Worse worse) {
            return line(benchmark, worse.look(), "regressed");
        }
        if (standing instanceof Standing.Better better) {
            return line(benchmark, better.look(), "improved");
        }
        if (standing instanceof Standing.Same same) {
            return line(benchmark, same.look(), "equivalent");
        }
        return standing instanceof Standing.Open open
                ? line(benchmark, open.look(), "open")
                : benchmark + ": too early to look";
    }

    private static String line(String benchmark, Look look, String verdict) {
        return String.format(
                Locale.ROOT,
                "%s: %+.1f %% [%+.1f %%, %+.1f %%] after %d blocks, %s",
                benchmark,
                percent(look.estimate().difference()),
                percent(look.interval().lower()),
                percent(look.interval().upper()),
                look.blocks(),
                verdict);
    }

    /** A log ratio as a relative change in percent; rounded first, so that no minus stands before a zero. */
    private static double percent(double logRatio) {
        double percent = 100 * Math.expm1(logRatio);
        return Math.abs(percent) < 0.05 ? 0.0 : percent;
    }
}
