package org.evenkeel.suite.shards.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShardPlanTest {

    @Test
    void plan_ofGroupsInAnyOrder_isTheSame() {
        List<Group> groups = new ArrayList<>(groups(new Random(3), 17));
        ShardPlan plan = ShardPlan.of("plan", groups, 5);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(groups, new Random(seed));
            assertThat(ShardPlan.of("plan", groups, 5)).isEqualTo(plan);
        }
        assertThat(ShardPlan.of("another plan", groups, 5).fingerprint()).isNotEqualTo(plan.fingerprint());
        assertThat(ShardPlan.of("plan", groups, 4).fingerprint()).isNotEqualTo(plan.fingerprint());
    }

    @Test
    void plan_hasEachGroupOnce_andIsAtMostAThirdLongerThanTheBest() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Group> groups = groups(random, 1 + random.nextInt(8));
            int count = 1 + random.nextInt(4);

            ShardPlan plan = ShardPlan.of("plan", groups, count);

            assertThat(plan.shards().stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(groups);
            double longest =
                    IntStream.range(0, count).mapToDouble(plan::seconds).max().orElseThrow();
            assertThat(longest).as("seed " + seed).isLessThanOrEqualTo(4.0 / 3 * best(groups, new double[count], 0));
        }
    }

    /** Tries every division. */
    private static double best(List<Group> groups, double[] seconds, int next) {
        if (next == groups.size()) {
            return java.util.Arrays.stream(seconds).max().orElseThrow();
        }
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] += groups.get(next).seconds();
            best = Math.min(best, best(groups, seconds, next + 1));
            seconds[i] -= groups.get(next).seconds();
        }
        return best;
    }

    private static List<Group> groups(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Group("path" + i, 1 + random.nextInt(100)))
                .toList();
    }

    @Test
    void plan_ofMoreShardsThanGroups_leavesSomeWithNothing() {
        ShardPlan plan = ShardPlan.of("plan", List.of(new Group("a", 1)), 3);

        assertThat(plan.paths(0)).containsExactly("a");
        assertThat(plan.paths(2)).isEmpty();
    }
}
