package org.evenkeel.compare.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.samples.Session;
import org.evenkeel.compare.verdict.Comparer;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.Objective;
import org.evenkeel.compare.verdict.ObjectiveResult;
import org.evenkeel.compare.verdict.Objectives;
import org.evenkeel.compare.verdict.Options;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.compare.verdict.Rules;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.ExitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulesFileTest {

    @TempDir
    Path folder;

    private final Session session = new JmhText()
            .add("a.Documents.index", "avgt", "us/op", 400_000, 400_000)
            .add("a.Documents.index", "thrpt", 50, Map.of(), "ops/s", Map.of(), 0.05, 0.05)
            .session("run.json");

    @Test
    void objectives_inOtherUnits_areConverted() throws IOException {
        List<ObjectiveResult> results = judge("""
                {"objectives": [
                  {"benchmark": "Documents", "mode": "avgt", "metric": "score", "atMost": "500 ms/op"},
                  {"benchmark": "Documents", "mode": "avgt", "metric": "score", "atMost": "0.3 s/op"},
                  {"benchmark": "index", "threads": 50, "metric": "score", "atLeast": "170 ops/hr"},
                  {"benchmark": "index", "threads": 50, "metric": "score", "atLeast": "181 ops/hr"},
                  {"benchmark": "elsewhere", "metric": "score", "atLeast": "181 ops/hr"}]}""");

        assertThat(results).extracting(ObjectiveResult::met).containsExactly(true, false, true, false);
        assertThat(results.get(2).value()).isEqualTo(180);
    }

    @Test
    void objective_withAnAcceptableValue_hasThreeGrades_andOnlyTheLastFails() throws IOException {
        String objective = """
                {"objectives": [{"mode": "avgt", "metric": "score", "atMost": "%s ms/op", "acceptable": "%s ms/op"},
                                {"mode": "thrpt", "metric": "score", "atLeast": "0.1 ops/s", "acceptable": "0.05 ops/s"}]}""";

        assertThat(judge(objective.formatted("400", "500")))
                .extracting(ObjectiveResult::grade)
                .containsExactly(Objective.Grade.TARGET, Objective.Grade.ACCEPTABLE);
        assertThat(judge(objective.formatted("300", "400")))
                .extracting(ObjectiveResult::met)
                .containsExactly(true, true);
        assertThat(judge(objective.formatted("300", "399")))
                .extracting(ObjectiveResult::grade)
                .containsExactly(Objective.Grade.POOR, Objective.Grade.ACCEPTABLE);
        assertThat(judge(objective.formatted("300", "399")).get(0).met()).isFalse();
    }

    @Test
    void rule_thatIsWrong_isNamedByFileAndLine_inOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("objectives.json"), """
                {"objectives": [
                  {"metric": "score", "atMost": "5 s/op"}],
                 "limits": [
                  {"metric": "p99", "minEffect": "10%"},
                  {"metric": "p50", "minEffect": "a\\nb"}]}""");

        assertThatThrownBy(() -> RulesFile.read(file))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(file + ":5: expected a share such as 3% or 0.03");
    }

    @Test
    void objective_ofAnotherKindOfUnit_isRefused() {
        assertThatThrownBy(() -> judge("{\"objectives\": [{\"metric\": \"score\", \"atMost\": \"5 ms/op\"}]}"))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("which is measured in \"ops/s\"");
    }

    @Test
    void objective_thatIsMissed_failsTheComparison() throws IOException {
        Comparison comparison = compare(
                session, "{\"objectives\": [{\"mode\": \"avgt\", \"metric\": \"score\", \"atMost\": \"1 ms/op\"}]}");

        assertThat(comparison.rows()).noneMatch(Row::fails);
        assertThat(comparison.status()).isEqualTo(ExitStatus.WRONG);
    }

    @Test
    void objective_asAShareOfTheBaseline_isJudgedByTheChange() throws IOException {
        Session slower = new JmhText()
                .add("a.Documents.index", "avgt", "us/op", 500_000, 500_000)
                .session("slower.json");
        String twenty = "{\"objectives\": [{\"metric\": \"score\", \"worseByAtMost\": \"20%\"}]}";

        assertThat(compare(slower, twenty).objectives())
                .extracting(ObjectiveResult::met)
                .containsExactly(false);
        assertThat(compare(slower, twenty.replace("20", "30")).objectives())
                .extracting(ObjectiveResult::met)
                .containsExactly(true);
    }

    @Test
    void limit_ofOneBenchmark_leavesTheOthersAsTheyAre() throws IOException {
        Session slower = new JmhText()
                .add("a.Documents.index", "avgt", "us/op", 800_000, 800_000)
                .add("a.Documents.index", "thrpt", 50, Map.of(), "ops/s", Map.of(), 0.02, 0.02)
                .session("slower.json");

        assertThat(compare(slower, "{}").rows()).allMatch(Row::fails);
        Comparison limited = compare(slower, "{\"limits\": [{\"threads\": 50, \"gate\": false}]}");
        assertThat(limited.rows()).extracting(Row::fails).containsExactly(true, false);
        assertThat(compare(slower, "{\"limits\": [{\"threads\": 50, \"minEffect\": \"300%\"}]}")
                        .rows())
                .extracting(Row::fails)
                .containsExactly(true, false);
        assertThat(compare(slower, "{\"limits\": [{\"gate\": false}]}").status())
                .isEqualTo(ExitStatus.UNDECIDED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"objective\": []}",
                "{\"objectives\": {}}",
                "[]",
                "{\"objectives\": [{\"metric\": \"p99\"}]}",
                "{\"objectives\": [{\"metric\": \"p99\", \"atMost\": \"5\"}]}",
                "{\"objectives\": [{\"metric\": \"p99\", \"atMost\": \"five ms/op\"}]}",
                "{\"objectives\": [{\"atMost\": \"5 ms/op\"}]}",
                "{\"objectives\": [{\"metric\": \"p99\", \"atMost\": \"5 ms/op\", \"atLeast\": \"5 ms/op\"}]}",
                "{\"objectives\": [{\"metric\": \"p99\", \"worseByAtMost\": \"20\"}]}",
                "{\"objectives\": [{\"metric\": \"p99\", \"atMost\": \"5 ms/op\", \"acceptable\": \"4 ms/op\"}]}",
                "{\"objectives\": [{\"metric\": \"p99\", \"atMost\": \"5 ms/op\", \"acceptable\": \"9 us/op\"}]}",
                "{\"objectives\": [{\"metric\": \"p99\", \"atMost\": \"5 ms/op\", \"acceptable\": \"9\"}]}",
                "{\"objectives\": [{\"metric\": \"p99\", \"benchmark\": \"(\", \"atMost\": \"5 ms/op\"}]}",
                "{\"limits\": [{\"minEfect\": \"5%\"}]}",
                "{\"limits\": [{\"gate\": \"no\"}]}",
                "{\"limits\": [{\"threads\": \"many\"}]}",
                "{",
                "{\"limits\": []} {\"limits\": [{\"gate\": false}]}",
                "{\"limits\": []} trailing",
                "{\"limits\": [], \"limits\": []}",
                "{\"objectives\": [{\"metric\": \"p99\", \"metric\": \"p50\", \"atMost\": \"5 ms/op\"}]}",
                "",
            })
    void file_thatIsWrong_isRefusedInOneLineThatNamesIt(String content) {
        assertThatThrownBy(() -> rules(content))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("objectives.json")
                .hasMessageNotContaining("\n");
    }

    private Comparison compare(Session current, String rules) throws IOException {
        return Comparer.compare(List.of(session), List.of(current), List.of(), Options.DEFAULT.withRules(rules(rules)));
    }

    private List<ObjectiveResult> judge(String rules) throws IOException {
        return Objectives.judge(rules(rules).objectives(), List.of(session));
    }

    private Rules rules(String content) throws IOException {
        Files.writeString(folder.resolve(RulesFile.NAME), content);
        return RulesFile.beside(new BaselineStore(folder));
    }
}
