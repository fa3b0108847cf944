package org.evenkeel.suite.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.evenkeel.compare.analysis.Needed;
import org.evenkeel.compare.analysis.NoiseSource;
import org.evenkeel.compare.samples.Direction;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.verdict.Change;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Evidence;
import org.evenkeel.compare.verdict.Excluded;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.PathJudged;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.compare.verdict.Verdict;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.kernel.Interval;
import org.junit.jupiter.api.Test;

class JudgedPathsTest {

    private static final PathJudged SAME = new PathJudged.SameCode("audits", 1234, List.of());
    private static final PathJudged MEASURED = new PathJudged.InTurn("documents", List.of("com.acme.Parser"));

    @Test
    void status_allTheSameCode_isOkAndSaysSo() {
        CheckReport report = report(List.of(SAME), List.of());

        assertThat(report.status()).isEqualTo(ExitStatus.OK);
        assertThat(report.headline())
                .isEqualTo("Nothing wrong was found. The path runs the same code as the baseline.");
        assertThat(report.judged())
                .containsExactly(
                        "audits: same code. None of the 1,234 classes and resources that it can reach differs.");
    }

    @Test
    void status_onlyPrivateNamesDiffer_isOkAndNamesTheClass() {
        CheckReport report =
                report(List.of(new PathJudged.SameCode("audits", 1234, List.of("com.acme.Auditor"))), List.of());

        assertThat(report.status()).isEqualTo(ExitStatus.OK);
        assertThat(report.judged())
                .containsExactly("audits: same code. Of the 1,234 classes and resources that it can reach,"
                        + " com.acme.Auditor differs only in names of private members and parameters and in the order of"
                        + " methods.");
    }

    @Test
    void status_everyFormExcludesASlowdown_isOkAndSaysWhichWouldHaveBeenFound() {
        CheckReport report = report(
                List.of(SAME, MEASURED),
                List.of(open("single", -0.02, 0.041), open("batch", -0.01, 0.112), equivalent("tenThreads")));

        assertThat(report.status()).isEqualTo(ExitStatus.OK);
        assertThat(report.headline()).contains("A slowdown of 12 % or more would have been found.");
        assertThat(report.judged())
                .contains(
                        "documents: measured in turn, because com.acme.Parser differs. A slowdown of 12 % or more would"
                                + " have been found in batch, single, tenThreads.");
        assertThat(report.undecided()).isEmpty();
    }

    /** A slow mode in one fork of ten need not be among six that were measured. */
    @Test
    void claim_isLimitedToTheShareOfForksThatTheFewestBlocksCanShow() {
        CheckReport report =
                report(List.of(MEASURED), List.of(excluding("single", 0.041, 6), excluding("batch", 0.112, 11)));

        assertThat(report.headline())
                .endsWith(
                        "A slowdown of 12 % or more would have been found, unless it shows in fewer than 40 % of forks.");
        assertThat(report.judged())
                .singleElement()
                .asString()
                .endsWith("would have been found in batch, single, unless it shows in fewer than 40 % of forks.");
        assertThat(CheckJson.render(report)).contains("\"excludesShareOfForks\" : 0.39");
    }

    private static Row excluding(String form, double slowdown, int forks) {
        Evidence evidence = new Evidence(
                0.5,
                0.5,
                OptionalDouble.empty(),
                new Needed(OptionalInt.empty(), OptionalInt.empty()),
                NoiseSource.FORKS,
                Optional.of(Excluded.of(slowdown, forks)));
        return row(
                form,
                new Verdict.Equivalent(new Change(
                        0,
                        OptionalDouble.of(0),
                        Optional.of(new Interval(-0.02, 0.02, 0.995)),
                        Optional.of(evidence))));
    }

    @Test
    void status_oneFormCouldHideAThird_isUndecidedAndNamesTheForm() {
        CheckReport report = report(List.of(MEASURED), List.of(equivalent("single"), open("fiftyThreads", -0.2, 0.33)));

        assertThat(report.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(report.undecided())
                .singleElement()
                .asString()
                .contains("documents, fiftyThreads: a slowdown of 25 % could not be excluded")
                .contains("scripts/check --path 'documents' --budget 15m");
    }

    @Test
    void advice_whereABusyMachineTookTheBlocks_isNotMoreTime() {
        Row disturbed = row(
                "batch",
                new Verdict.Inconclusive(
                        Optional.empty(),
                        false,
                        "2 of the 6 blocks that the first look needs; 4 blocks were thrown away, the last because others used"
                                + " 75 % of the machine; run it when the machine is idle, or allow more by --busy"));

        CheckReport busy = report(List.of(MEASURED), List.of(disturbed));

        assertThat(busy.undecided())
                .singleElement()
                .asString()
                .contains("others used 75 %")
                .doesNotContain("--budget");
        assertThat(busy.nextStep()).doesNotContain("--budget");
        assertThat(report(List.of(MEASURED), List.of(open("batch", -0.2, 0.33))).nextStep())
                .contains("--budget");
    }

    @Test
    void status_formThatWasNotMeasured_isUndecided() {
        Row missing = row("batch", new Verdict.Inconclusive(Optional.empty(), false, "not measured"));

        assertThat(report(List.of(MEASURED), List.of(equivalent("single"), missing))
                        .status())
                .isEqualTo(ExitStatus.UNDECIDED);
        assertThat(report(List.of(MEASURED), List.of()).status()).isEqualTo(ExitStatus.UNDECIDED);
    }

    @Test
    void status_pathWithoutCode_isUndecidedWithTheReason() {
        CheckReport report = report(List.of(SAME, new PathJudged.NotInTurn("mine", "its jar is gone")), List.of());

        assertThat(report.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(report.undecided()).containsExactly("mine: times were not judged: its jar is gone");
    }

    @Test
    void status_whatOnlyTheBaseHas_isOpenUntilSomebodyAcceptsIt() {
        CheckReport gone = report(List.of(SAME, new PathJudged.Gone("tags", false)), List.of());

        assertThat(gone.status()).isEqualTo(ExitStatus.UNDECIDED);
        assertThat(gone.undecided()).singleElement().asString().contains("tags: only the base has it");
        assertThat(gone.judged()).contains("tags: gone, only the base has it.");
        CheckReport accepted = report(List.of(SAME, new PathJudged.Gone("tags", true)), List.of());
        assertThat(accepted.status()).isEqualTo(ExitStatus.OK);
        assertThat(accepted.undecided()).isEmpty();
        assertThat(accepted.judged()).contains("tags: gone, as accepted.");
    }

    @Test
    void status_whatOnlyTheCurrentSideHas_isNamedAndHoldsNothing() {
        CheckReport report = report(List.of(SAME, new PathJudged.Added("tags")), List.of());

        assertThat(report.status()).isEqualTo(ExitStatus.OK);
        assertThat(report.judged()).contains("tags: new, and so compared with nothing.");
        assertThat(report.headline()).isEqualTo("Nothing wrong was found. One path runs the same code.");
    }

    @Test
    void status_oneFormRegressed_isWrongWhateverElseIsOpen() {
        Row slower = row("single", new Verdict.Regressed(change(0.3, 0.25, 0.36)));
        CheckReport report = report(List.of(MEASURED), List.of(slower, open("batch", -0.2, 0.5)));

        assertThat(report.status()).isEqualTo(ExitStatus.WRONG);
        assertThat(report.judged()).anySatisfy(line -> assertThat(line).endsWith("It got worse."));
    }

    @Test
    void json_saysHowEachPathWasJudged() {
        CheckReport report = report(List.of(SAME, MEASURED), List.of(open("single", -0.02, 0.041)));

        String json = CheckJson.render(report);

        assertThat(json)
                .contains("\"exitStatus\" : 0")
                .contains("\"judged\" : \"SAME_CODE\"")
                .contains("\"judged\" : \"IN_TURN\"")
                .contains("\"excludes\" : 0.041");
    }

    private static CheckReport report(List<PathJudged> paths, List<Row> rows) {
        List<Row> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(Row::identity));
        return new CheckReport(
                new Environment(new TreeMap<>(), new TreeMap<>()),
                Session.of("now", List.of()),
                List.of(),
                new BaselineUsed.InTurn("commit 0123456789", paths),
                new Comparison(sorted, List.of(), Options.DEFAULT, 1, 1, List.of()),
                List.of());
    }

    private static Row open(String form, double lower, double upper) {
        return row(
                form,
                new Verdict.Inconclusive(
                        Optional.of(change((lower + upper) / 2, lower, upper)),
                        false,
                        "too close to call; about 3 min more would settle it (--budget, --resume)"));
    }

    private static Row equivalent(String form) {
        return row(form, new Verdict.Equivalent(change(0, -0.02, 0.02)));
    }

    private static Change change(double relative, double lower, double upper) {
        return new Change(
                relative,
                OptionalDouble.of(relative),
                Optional.of(new Interval(lower, upper, 0.995)),
                Optional.empty());
    }

    private static Row row(String form, Verdict verdict) {
        return new Row(
                new Identity(
                        "org.evenkeel.jmh.HotPathBenchmark." + form,
                        "thrpt",
                        1,
                        new TreeMap<>(Map.of("path", "documents")),
                        Metric.SCORE),
                new Metric(Metric.SCORE, "ops/us", MetricKind.TIME, Direction.LARGER_IS_BETTER),
                OptionalDouble.of(10),
                OptionalDouble.of(9),
                verdict,
                true);
    }
}
