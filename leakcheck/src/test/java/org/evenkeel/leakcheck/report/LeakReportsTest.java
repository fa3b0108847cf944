package org.evenkeel.leakcheck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.evenkeel.leakcheck.samples.HeapClass;
import org.junit.jupiter.api.Test;

class LeakReportsTest {

    @Test
    void toJson_oneResult_hasTheFieldsThatScriptsRelyOn() throws Exception {
        JsonNode json = new ObjectMapper().readTree(LeakReports.toJson(List.of(Examples.growing())));

        assertThat(json.get("schemaVersion").asInt()).isEqualTo(1);
        assertThat(json.get("workload").asText()).isEqualTo("shop");
        assertThat(json.get("verdict").asText()).isEqualTo("GROWING");
        assertThat(json.get("operations").asLong()).isEqualTo(4000);
        assertThat(json.get("batches").asInt()).isEqualTo(4);
        assertThat(json.get("elapsedSeconds").asDouble()).isEqualTo(1.25);
        assertThat(json.at("/bytesPerOperation/estimate").asDouble()).isEqualTo(24);
        assertThat(json.at("/bytesPerOperation/lower").asDouble()).isEqualTo(23.5);
        assertThat(json.at("/bytesPerOperation/upper").asDouble()).isEqualTo(24.5);
        assertThat(json.at("/bytesPerOperation/confidenceLevel").asDouble()).isEqualTo(0.99);
        assertThat(json.at("/signals/0/name").asText()).isEqualTo("heap");
        assertThat(json.at("/signals/0/unit").asText()).isEqualTo("bytes");
        assertThat(json.at("/signals/0/verdict").asText()).isEqualTo("GROWING");
        assertThat(json.at("/signals/0/perOperation").asDouble()).isEqualTo(24);
        assertThat(json.at("/growingClasses/0/class").asText()).isEqualTo("com.acme.Order");
        assertThat(json.at("/growingClasses/0/instancesPerOperation").asDouble())
                .isEqualTo(1);
        assertThat(json.at("/growingClasses/0/bytesPerOperation").asDouble()).isEqualTo(24);
        assertThat(json.get("paths").isArray()).isTrue();
        assertThat(json.get("allocationSites").isArray()).isTrue();
        assertThat(json.get("samples")).hasSize(4);
    }

    @Test
    void fromJson_whatWasWritten_givesTheSameVerdictAndSignals() {
        for (LeakReport report : List.of(Examples.growing(), Examples.watched(), Examples.inconclusive())) {
            LeakReport read =
                    LeakReports.fromJson(LeakReports.toJson(List.of(report))).get(0);

            assertThat(read.workload()).isEqualTo(report.workload());
            assertThat(read.elapsedSeconds()).isEqualTo(report.elapsedSeconds());
            assertThat(read.recording().jvm()).isEqualTo(report.recording().jvm());
            assertThat(read.recording().notes()).isEqualTo(report.recording().notes());
            assertThat(read.recording().samples())
                    .extracting(sample -> sample.signals())
                    .isEqualTo(report.recording().samples().stream()
                            .map(sample -> sample.signals())
                            .toList());
            assertThat(read.verdict().evidence().rate())
                    .isEqualTo(report.verdict().evidence().rate());
            assertThat(read.verdictName()).isEqualTo(report.verdictName());
            assertThat(LeakReports.toJson(List.of(read))).isEqualTo(LeakReports.toJson(List.of(report)));
        }
    }

    @Test
    void toJson_growthAgainstTime_isPerMinuteAndNamesNoOperation() throws Exception {
        String text = LeakReports.toJson(List.of(Examples.watched()));
        JsonNode json = new ObjectMapper().readTree(text);

        assertThat(json.at("/bytesPerMinute/estimate").asDouble()).isEqualTo(48_000);
        assertThat(json.at("/bytesPerMinute/lower").asDouble()).isEqualTo(45_000);
        assertThat(json.at("/bytesPerMinute/upper").asDouble()).isEqualTo(51_000);
        assertThat(json.get("excludedBytesPerMinute").asDouble()).isEqualTo(30_000);
        assertThat(json.at("/signals/0/perMinute").asDouble()).isEqualTo(48_000);
        assertThat(text).doesNotContainIgnoringCase("operation");
    }

    @Test
    void fromJson_classesThatChanged_areThereToBeJudgedAgain() {
        LeakReport read = LeakReports.fromJson(LeakReports.toJson(List.of(Examples.growing())))
                .get(0);

        assertThat(read.recording().samples())
                .extracting(sample -> sample.histogram()
                        .of(new HeapClass("com.acme.Order", false))
                        .instances())
                .containsExactly(0L, 1000L, 2000L, 3000L);
    }

    @Test
    void toJson_severalResults_isAnArray() {
        String json = LeakReports.toJson(List.of(Examples.growing(), Examples.inconclusive()));

        assertThat(LeakReports.fromJson(json)).extracting(LeakReport::workload).containsExactly("shop", "shop?size=2");
        assertThat(LeakReports.fromJson(LeakReports.toJson(List.of()))).isEmpty();
    }

    @Test
    void fromJson_whatItCannotRead_saysWhatWasExpected() {
        assertThatThrownBy(() -> LeakReports.fromJson("{\n  \"schemaVersion\": "))
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> LeakReports.fromJson("{}")).hasMessageContaining("\"schemaVersion\"");
        assertThatThrownBy(() -> LeakReports.fromJson("{\"schemaVersion\":2}"))
                .hasMessageContaining("expected schemaVersion 1, found 2");
        assertThatThrownBy(() -> LeakReports.fromJson(
                        LeakReports.toJson(List.of(Examples.growing())).replace("\"GROWING\"", "\"ROTTING\"")))
                .hasMessageContaining("ROTTING");
    }
}
