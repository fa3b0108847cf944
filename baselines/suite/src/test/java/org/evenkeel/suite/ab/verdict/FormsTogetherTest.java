package org.evenkeel.suite.ab.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.samples.AllForms;
import org.evenkeel.compare.samples.Fork;
import org.evenkeel.compare.samples.ForkReader;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.verdict.Change;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.compare.verdict.Verdict;
import org.evenkeel.kernel.Interval;
import org.junit.jupiter.api.Test;

class FormsTogetherTest {

    @Test
    void of_eachFormATenthSlowerAfterFourBlocks_isSlower() {
        FormsTogether together = of(4, 1.10).orElseThrow();

        assertThat(together.isSlower()).isTrue();
        Row row = together.row();
        assertThat(row.fails()).isTrue();
        assertThat(row.identity().benchmark()).isEqualTo("a.B." + AllForms.BENCHMARK);
        assertThat(row.identity().metric()).isEqualTo("score.together");
        assertThat(row.current().orElseThrow()).isBetween(1.08, 1.12);
    }

    @Test
    void of_twiceAsSlow_isSlowerAfterTwoBlocks() {
        FormsTogether together = of(2, 2).orElseThrow();

        assertThat(together.isSlower()).isTrue();
        assertThat(together.rounds()).isEqualTo(2);
    }

    @Test
    void of_moreBlocksThanItNeeded_saysWhatTheFirstLookSaid() {
        assertThat(of(20, 2).orElseThrow().rounds()).isEqualTo(2);
    }

    @Test
    void of_aTenthFaster_isImprovedAndFailsNothing() {
        Row row = of(6, 1 / 1.10).orElseThrow().row();

        assertThat(row.verdict()).isInstanceOf(Verdict.Improved.class);
        assertThat(row.gated()).isTrue();
    }

    @Test
    void of_nothingChanged_saysNothingAndLeavesNothingOpen() {
        FormsTogether together = of(10, 1).orElseThrow();
        Row row = together.row();

        assertThat(together.isSurelyNotSlower()).isTrue();
        assertThat(row.verdict()).isInstanceOf(Verdict.Equivalent.class);
        assertThat(row.gated()).isFalse();
        assertThat(row.leavesOpen()).isFalse();
    }

    @Test
    void of_formsThatMovedApart_hasARangeAroundWhatFitsBest() {
        Change change = FormsTogether.of(
                        AllForms.TIME,
                        List.of(form("one", 2, 200), form("two", 2, 4)),
                        SequentialRule.OPTIONS,
                        form -> true)
                .orElseThrow()
                .row()
                .verdict()
                .change()
                .orElseThrow();

        Interval range = change.interval().orElseThrow();
        assertThat(range.lower()).isBetween(3.0, 6.0);
        assertThat(range.upper()).isBetween(100.0, 200.0);
        assertThat(change.relative().orElseThrow()).isBetween(range.lower(), range.upper());
    }

    @Test
    void of_oneFormSlowerAndAnotherFaster_isNotSurelyNotSlower() {
        FormsTogether together = FormsTogether.of(
                        AllForms.TIME,
                        List.of(form("one", 10, 1.2), form("two", 10, 1 / 1.2)),
                        SequentialRule.OPTIONS,
                        form -> true)
                .orElseThrow();

        assertThat(together.isSurelyNotSlower()).isFalse();
    }

    @Test
    void of_aPercentSlower_isWhatOtherBytesOfTheSameSpeedMayBe() {
        assertThat(of(20, 1.01).orElseThrow().isSlower()).isFalse();
    }

    @Test
    void of_formsThatAreBehind_waitsForAllButOne() {
        List<Measured> oneIsBehind = List.of(form("one", 4, 2), form("two", 4, 2), form("three", 1, 2));
        List<Measured> twoAre = List.of(form("one", 4, 2), form("two", 1, 2), form("three", 1, 2));

        assertThat(FormsTogether.of(AllForms.TIME, oneIsBehind, SequentialRule.OPTIONS, form -> true))
                .hasValueSatisfying(together -> assertThat(together.isSlower()).isTrue());
        assertThat(FormsTogether.of(AllForms.TIME, twoAre, SequentialRule.OPTIONS, form -> true))
                .isEmpty();
    }

    @Test
    void of_oneForm_hasItsOwnVerdictOnly() {
        assertThat(FormsTogether.of(AllForms.TIME, List.of(form("one", 8, 2)), SequentialRule.OPTIONS, form -> true))
                .isEmpty();
    }

    private static Optional<FormsTogether> of(int blocks, double slowdown) {
        return FormsTogether.of(
                AllForms.TIME,
                List.of(
                        form("one", blocks, slowdown),
                        form("two", blocks, slowdown),
                        form("three", blocks, slowdown),
                        form("four", blocks, slowdown)),
                SequentialRule.OPTIONS,
                form -> true);
    }

    /** A form whose blocks differ by about one and a half percent. */
    private static Measured form(String name, int blocks, double slowdown) {
        Random random = new Random(name.hashCode());
        List<Fork> base = new ArrayList<>();
        List<Fork> current = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            base.add(fork(name, 100 + random.nextGaussian()));
            current.add(fork(name, slowdown * (100 + random.nextGaussian())));
        }
        return new Measured(
                new Identity("a.B." + name, "avgt", 1, new TreeMap<>(), "score"),
                base,
                current,
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(6));
    }

    private static Fork fork(String name, double score) {
        String json =
                new JmhText().addFork("a.B." + name, "avgt", "ns/op", score).text();
        return ForkReader.read(json.getBytes(StandardCharsets.UTF_8), "fork.json");
    }
}
