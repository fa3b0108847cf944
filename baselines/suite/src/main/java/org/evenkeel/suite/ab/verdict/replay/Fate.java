package org.evenkeel.suite.ab.verdict.replay;

import java.time.Duration;
import java.util.List;
import org.evenkeel.suite.ab.verdict.LogRatio;
import org.evenkeel.suite.ab.verdict.SequentialRule;
import org.evenkeel.suite.ab.verdict.Standing;

/**
 * How a benchmark ends, had it all the time in the world.
 *
 * @param standing its end
 * @param blocks after how many; all there are where they do not decide it
 * @param blockTime how long each takes
 */
public record Fate(Standing standing, int blocks, Duration blockTime) {

    /** By a rule. */
    public static Fate of(SequentialRule rule, List<LogRatio> logRatios, Duration blockTime) {
        Standing standing = rule.standing(logRatios);
        int blocks = standing instanceof Standing.Worse worse
                ? worse.look().blocks()
                : standing instanceof Standing.Better better
                        ? better.look().blocks()
                        : standing instanceof Standing.Same same ? same.look().blocks() : logRatios.size();
        return new Fate(standing, blocks, blockTime);
    }

    /** How many rounds a budget lasts when each open benchmark gets one block a round. */
    public static int roundsWithin(List<Fate> fates, Duration budget) {
        Duration spent = Duration.ZERO;
        int round = 0;
        while (true) {
            Duration cost = ofRound(fates, round + 1);
            spent = spent.plus(cost);
            if (cost.isZero() || spent.compareTo(budget) > 0) {
                return round;
            }
            round++;
        }
    }

    /** How long the first rounds take. */
    public static Duration ofRounds(List<Fate> fates, int rounds) {
        Duration spent = Duration.ZERO;
        for (int round = 1; round <= rounds; round++) {
            spent = spent.plus(ofRound(fates, round));
        }
        return spent;
    }

    private static Duration ofRound(List<Fate> fates, int round) {
        return fates.stream()
                .filter(fate -> fate.blocks() >= round)
                .map(Fate::blockTime)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
