package org.evenkeel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShardTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1/4   | 1 of 4",
                "0/1   | 0 of 1",
                "4/4   | expected an index from 0 to 3 of 4 shards, found 4; the first is 0/4",
                "1     | expected I/N with I from 0",
                "a/b   | expected I/N",
                "0/0   | expected 1 to 10000 shards",
            })
    void shard_isReadOrRefusedInOneLine(String text, String expected) {
        if (expected.matches("\\d+ of \\d+")) {
            Shard shard = Shard.parse(text);
            assertThat(shard.index() + " of " + shard.count()).isEqualTo(expected);
        } else {
            assertThatThrownBy(() -> Shard.parse(text))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageContaining(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SLURM_ARRAY_TASK_ID=2 SLURM_ARRAY_TASK_COUNT=4 SLURM_ARRAY_JOB_ID=77    | 2/4 | 77",
                "SLURM_ARRAY_TASK_ID=2 SLURM_ARRAY_TASK_COUNT=1 EVENKEEL_SHARDS=4        | 2/4 | ",
                "JOB_COMPLETION_INDEX=0 EVENKEEL_SHARDS=3 EVENKEEL_RUN=night             | 0/3 | night",
                "CI_NODE_INDEX=1 CI_NODE_TOTAL=5 CI_PIPELINE_ID=9                        | 0/5 | 9",
                "CI_NODE_INDEX=5 CI_NODE_TOTAL=5 CI_PIPELINE_ID=9                        | 4/5 | 9",
                "BUILDKITE_PARALLEL_JOB=1 BUILDKITE_PARALLEL_JOB_COUNT=2                 | 1/2 | ",
                "EVENKEEL_SHARD=3 EVENKEEL_SHARDS=4 GITHUB_RUN_ID=123 CI_NODE_INDEX=9    | 3/4 | 123",
            })
    void variables_ofEachScheduler_giveShardAndRun(String variables, String shard, String run) {
        SchedulerVariables scheduler = variables(variables);

        assertThat(scheduler.shard()).hasToString(shard);
        assertThat(scheduler.run().orElse(null)).isEqualTo(run);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HOME=/root                                         | found none of EVENKEEL_SHARD, SLURM_ARRAY_TASK_ID",
                "SLURM_ARRAY_TASK_ID=1 CI_NODE_INDEX=1              | found SLURM_ARRAY_TASK_ID and CI_NODE_INDEX",
                "JOB_COMPLETION_INDEX=1                             | EVENKEEL_SHARDS, found nothing; set it",
                "SLURM_ARRAY_TASK_ID=2 SLURM_ARRAY_TASK_COUNT=1     | when only some indices run again, set EVENKEEL_SHARDS",
                "CI_NODE_INDEX=0 CI_NODE_TOTAL=5                    | expected 1 to 5",
                "EVENKEEL_SHARD=x EVENKEEL_SHARDS=4                 | expected a whole number in EVENKEEL_SHARD, found \"x\"",
            })
    void variables_thatSayNothingPossible_areRefused(String variables, String said) {
        assertThatThrownBy(() -> variables(variables).shard())
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(said);
    }

    private static SchedulerVariables variables(String text) {
        return new SchedulerVariables(Arrays.stream(text.split(" ", -1))
                .map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> one[0], one -> one[1], (a, b) -> b, () -> new HashMap<>())));
    }

    @Test
    void variables_areNotShared() {
        assertThat(new SchedulerVariables(Map.of()).run()).isEmpty();
    }
}
