package org.evenkeel.suite.load.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.load.run.worker.Think;
import org.junit.jupiter.api.Test;

class ScenarioReaderTest {

    private static final String GOOD = """
            scenario: mine
            users:
              - name: reader
                weight: 3
                think: {uniform: [1s, 5s]}
                tasks:
                  - {name: look, weight: 2, path: analysis}
                  - {name: batch, batch: 8, workload: com.acme.Batch}
                  - {name: buy, request: {post: '/orders?size=4', headers: {Accept: text/plain, X-Id: 7}, body: '{"id": 1}'}}
            phases:
              - {name: few, closed: {users: 10, spawn: 2/s}, for: 1m30s}
              - {name: steady, open: {rate: 600/min, arrivals: constant}, for: 500ms}
              - {name: rush, burst: {users: 20, times: 5, every: 2s}}
            objectives:
              - {metric: response.p99, phase: steady, target: 200ms, acceptable: 0.5s}
              - {metric: rate, user: reader, target: 170/h}
              - {metric: errors, target: 0.1%}
              - {metric: gauge.cache.hit.rate.end, better: larger, target: 70%}
            valid: {lag: 20%}
            """;

    private static Scenario read(String text) {
        return ScenarioReader.read(text, "mine.yaml");
    }

    private static void refused(String from, String to, String message) {
        assertThat(GOOD).contains(from);
        assertThatThrownBy(() -> read(GOOD.replace(from, to)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void scenario_thatUsesEverything_isReadWithItsUnits() {
        Scenario scenario = read(GOOD);

        assertThat(scenario.users().get(0).think())
                .isEqualTo(new Think(Think.Kind.UNIFORM, 1_000_000_000L, 5_000_000_000L));
        assertThat(scenario.users().get(0).tasks().get(1).target()).contains(new Target.Workload("com.acme.Batch"));
        assertThat(scenario.users().get(0).tasks().get(2).target())
                .contains(new Target.Request(
                        "POST", "/orders?size=4", Map.of("Accept", "text/plain", "X-Id", "7"), "{\"id\": 1}"));
        assertThat(scenario.phase("few").length()).isEqualTo(Duration.ofSeconds(90));
        assertThat(scenario.phase("steady").arrivals()).isEqualTo(new Phase.Open(10, false, 100));
        assertThat(scenario.phase("rush").length()).isEqualTo(Duration.ofSeconds(10));
        assertThat(scenario.objectives().get(0).acceptable()).isEqualTo(5e8);
        assertThat(scenario.objectives().get(1).target()).isEqualTo(170 / 3600.0);
        assertThat(scenario.objectives().get(3).larger()).isTrue();
        assertThat(scenario.validity().mostLag()).isEqualTo(0.2);
        assertThat(scenario.validity().mostDriver()).isEqualTo(0.8);
    }

    @Test
    void unknownKey_isNamedWithItsLine() {
        refused(
                "    think:",
                "    thinks:",
                "mine.yaml:5: unknown key \"thinks\" in a kind of users; expected one of name,");
        refused("spawn: 2/s", "spwan: 2/s", "mine.yaml:11: unknown key \"spwan\"");
        refused("valid: {lag", "valid: {leg", "mine.yaml:19: unknown key \"leg\"");
    }

    @Test
    void valueOutOfRange_isNamedWithItsLine() {
        refused("users: 10", "users: 0", "mine.yaml:11: users of closed of a phase: expected a whole number from 1");
        refused("for: 1m30s", "for: 0s", "expected more than no time");
        refused("for: 1m30s", "for: soon", "mine.yaml:11:");
        refused("600/min", "600", "expected a rate such as 50/s");
        refused("target: 0.1%", "target: 3", "expected a share such as 3% or 0.03");
        refused("[1s, 5s]", "[5s, 1s]", "expected the shorter time first");
        refused("acceptable: 0.5s", "acceptable: 0.1s", "worse than the target");
        refused("constant", "even", "expected poisson or constant");
    }

    @Test
    void request_thatNobodyCouldSend_isRefused() {
        refused("post: '/orders", "post: 'orders", "expected a path such as /orders?size=4");
        refused("post: '/orders", "post: '//orders", "expected a path such as");
        refused("?size=4", "?size=four letters", "written as %20");
        refused("{post: ", "{get: ", "get has no body");
        refused("{post: '/orders?size=4', ", "{", "expected one of get, post,");
        refused("{post: ", "{put: /x, post: ", "found post and put");
        refused("Accept: text/plain", "Host: other", "the driver itself writes the header Host");
        refused("Accept: text/plain", "'Two words': x", "expected the name of a header");
        refused("name: buy, request", "name: buy, path: analysis, request", "expected one of \"path\", \"workload\"");
        refused("name: buy, request", "name: buy, batch: 2, request", "a request has no \"batch\"");
    }

    @Test
    void nameThatIsNotThere_isNamedWithThoseThatAre() {
        refused("phase: steady", "phase: stedy", "there is no \"stedy\"; expected one of few, steady, rush");
        refused("user: reader", "user: writer", "expected one of reader");
        refused("response.p99", "response.p999", "unknown metric");
        refused("name: rush", "name: few", "is there twice");
    }

    @Test
    void phase_takesOneKindOfArrivals() {
        refused("open: {rate", "closed: {users: 1}, open: {rate", "expected one of \"closed\", \"open\" and \"burst\"");
    }

    @Test
    void textThatIsNoYaml_isRefusedWithItsLine() {
        assertThatThrownBy(() -> read("scenario: a\n  b: [")).hasMessageContaining("mine.yaml:2: not YAML");
        assertThatThrownBy(() -> read("")).hasMessageContaining("empty");
        assertThatThrownBy(() -> read("just words")).hasMessageContaining("expected keys with values");
        assertThatThrownBy(() -> read("scenario: a\nscenario: b\n")).isInstanceOf(BadInputException.class);
    }

    @Test
    void presets_areAllReadable_andHaveObjectives() {
        assertThat(Presets.all()).hasSize(Presets.NAMES.size()).allSatisfy(preset -> {
            assertThat(preset.objectives()).isNotEmpty();
            assertThat(preset.description()).isNotEmpty();
            assertThat(Presets.NAMES).contains(preset.name());
        });
    }

    @Test
    void schema_knowsTheKeysThatTheReaderKnows() throws Exception {
        JsonNode schema = new ObjectMapper().readTree(Presets.schema());
        JsonNode user = schema.at("/properties/users/items");

        assertThat(keys(schema)).containsExactlyInAnyOrderElementsOf(ScenarioReader.SCENARIO);
        assertThat(keys(user)).containsExactlyInAnyOrderElementsOf(ScenarioReader.USER);
        assertThat(keys(user.at("/properties/tasks/items"))).containsExactlyInAnyOrderElementsOf(ScenarioReader.TASK);
        assertThat(keys(user.at("/properties/tasks/items/properties/request")))
                .containsExactlyInAnyOrderElementsOf(RequestReader.REQUEST);
        JsonNode phase = schema.at("/properties/phases/items");
        assertThat(keys(phase)).containsExactlyInAnyOrderElementsOf(ScenarioReader.PHASE);
        assertThat(keys(phase.at("/properties/open"))).containsExactlyInAnyOrderElementsOf(ScenarioReader.OPEN);
        assertThat(keys(phase.at("/properties/closed"))).containsExactlyInAnyOrderElementsOf(ScenarioReader.CLOSED);
        assertThat(keys(phase.at("/properties/burst"))).containsExactlyInAnyOrderElementsOf(ScenarioReader.BURST);
        assertThat(keys(schema.at("/properties/objectives/items")))
                .containsExactlyInAnyOrderElementsOf(ScenarioReader.OBJECTIVE);
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.get("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @Test
    void resized_shortensAndShrinksInProportion() {
        Scenario scenario = read(GOOD);
        Scenario tenth = new Resized(0.1, Optional.empty(), OptionalInt.empty(), OptionalDouble.empty()).of(scenario);
        Scenario sized = new Resized(1, Optional.empty(), OptionalInt.of(40), OptionalDouble.of(50)).of(scenario);

        assertThat(tenth.phase("few").length()).isEqualTo(Duration.ofSeconds(9));
        assertThat(((Phase.Closed) tenth.phase("few").arrivals()).spawnPerSecond())
                .isEqualTo(20);
        assertThat(sized.phase("rush").arrivals().users()).isEqualTo(40);
        assertThat(sized.phase("few").arrivals().users()).isEqualTo(20);
        assertThat(sized.phase("steady").arrivals()).isEqualTo(new Phase.Open(50, false, 100));
    }

    @Test
    void resized_toADuration_takesThatLong() {
        Scenario stages = ScenarioReader.read(Presets.text("stages").orElseThrow(), "stages.yaml");
        Scenario minute = new Resized(
                        1, Optional.of(Duration.ofMinutes(1)), OptionalInt.empty(), OptionalDouble.empty())
                .of(stages);

        assertThat(minute.phases().stream().map(Phase::length).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofMinutes(1));
    }
}
