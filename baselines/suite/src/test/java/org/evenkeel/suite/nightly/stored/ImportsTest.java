package org.evenkeel.suite.nightly.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.samples.Direction;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.samples.EnvironmentJson;
import org.evenkeel.kernel.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportsTest {

    @TempDir
    Path folder;

    @Test
    void read_folderOfJmhFiles_keepsForksCommitAndTimeAndPassesOverWhatIsBroken() throws IOException {
        Files.writeString(
                folder.resolve("2025-03-24T00-22-41Z-c46c07a77f81d0493fc0e7c93d9de49e97118281-jdk17.json"),
                new JmhText().add("acme.B.c", "thrpt", "ops/s", 10, 12, 11).text());
        Files.writeString(folder.resolve("2025-03-25T00-00-00Z-abcdef1-jdk17.json"), "null");

        Imports.Found found = Imports.read(folder);

        assertThat(found.passedOver()).hasSize(1);
        assertThat(found.nights()).hasSize(1);
        StoredNight night = found.nights().get(0);
        assertThat(night.night().commit()).isEqualTo("c46c07a77f81d0493fc0e7c93d9de49e97118281");
        assertThat(night.night().epochMillis()).isEqualTo(1_742_775_761_000L);
        assertThat(night.results().get(0).forks()).containsExactly(10.0, 12.0, 11.0);
        assertThat(night.results().get(0).metric().direction()).isEqualTo(Direction.LARGER_IS_BETTER);
    }

    @Test
    void read_folderOfALoadRun_isOneNightOfItsOwnMachineAndTime() throws IOException {
        Files.writeString(
                folder.resolve("jmh.json"),
                new JmhText()
                        .add("org.evenkeel.load.smoke.rate", "thrpt", "ops/s", 100)
                        .text());
        Files.writeString(folder.resolve("load.json"), "[{\"started\": \"2026-11-30T02:17:00Z\"}, {}]");
        Files.writeString(
                folder.resolve("environment.json"),
                EnvironmentJson.write(new Environment(
                        new TreeMap<>(Map.of("cpu.model", "Z80")), new TreeMap<>(Map.of("commit", "abcdef1")))));

        StoredNight night = Imports.read(folder).nights().get(0);

        assertThat(Imports.read(folder).nights()).containsExactly(night);
        assertThat(night.night().epochMillis())
                .isEqualTo(Instant.parse("2026-11-30T02:17:00Z").toEpochMilli());
        assertThat(night.night().commit()).isEqualTo("abcdef1");
        assertThat(night.night().environment()).containsEntry("cpu.model", "Z80");
        assertThat(night.results()).hasSize(1);
    }

    @Test
    void read_nameWithATimeThatNeverWas_takesTheTimeOfTheFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("2025-02-30T00-22-41Z-abcdef1.json"),
                new JmhText().add("acme.B.c", "thrpt", "ops/s", 10, 12).text());
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L));

        assertThat(Imports.read(file).nights())
                .extracting(night -> night.night().epochMillis())
                .containsExactly(1_700_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-02-23T23-27-11Z-abcdef1.json, 1740353231000, abcdef1",
        "2025-02-23T23:27:11-abcdef1-jdk17.json, 1740353231000, abcdef1",
        "20250223T232711Z-abcdef1.json, 1740353231000, abcdef1",
        "20250223-232711-abcdef1.json, 1740353231000, abcdef1",
        "jmh_2025-02-23_23.27.11_abcdef1.json, 1740353231000, abcdef1",
        "jmh-2025-02-23.json, 1740268800000, ''",
        "20250223.json, 1740268800000, ''",
        "abcdef1-1740353231.json, 1740353231000, abcdef1",
        "jmh-result-1740353231123.json, 1740353231123, ''",
        "1234567890123456789012345678901234567890-2025-02-23.json, 1740268800000, 1234567890123456789012345678901234567890",
    })
    void read_namesWithTimesOfManyForms_areParsed(String name, long epochMillis, String commit) throws IOException {
        Path file = Files.writeString(
                folder.resolve(name),
                new JmhText().add("acme.B.c", "thrpt", "ops/s", 10).text());

        StoredNight night = Imports.read(file).nights().get(0);

        assertThat(night.night().epochMillis()).isEqualTo(epochMillis);
        assertThat(night.night().commit()).isEqualTo(commit);
    }

    @Test
    void read_severalFilesWithoutATime_areRefusedWithTheFormsThatAreRead() throws IOException {
        for (String name : List.of("a.json", "b.json")) {
            Files.writeString(
                    folder.resolve(name),
                    new JmhText()
                            .add("acme.B." + name.charAt(0), "thrpt", "ops/s", 10)
                            .text());
        }

        assertThatThrownBy(() -> Imports.read(folder))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("a.json: expected a time in its name")
                .hasMessageContaining("20250223T232711Z");
        Files.writeString(
                folder.resolve("2025-02-23.json"),
                new JmhText().add("acme.B.d", "thrpt", "ops/s", 10).text());
        assertThat(Imports.read(folder).nights()).hasSize(1);
        assertThat(Imports.read(folder).passedOver()).hasSize(2);
    }

    @Test
    void read_dataOfGithubActionBenchmark_keepsEveryRunInTheOrderOfItsDate() throws IOException {
        Path file = folder.resolve("data.js");
        Files.writeString(file, """
                window.BENCHMARK_DATA = {
                  "lastUpdate": 2, "repoUrl": "https://example.org/r",
                  "entries": {"JMH": [
                    {"commit": {"id": "bbb"}, "date": 2000, "tool": "jmh", "benches": [
                      {"name": "acme.B.c ( {\\"size\\":\\"10\\"} )", "value": 7.5, "unit": "ns/op",
                       "extra": "iterations: 5\\nforks: 1\\nthreads: 4"}]},
                    {"commit": {"id": "aaa"}, "date": 1000, "tool": "jmh", "benches": [
                      {"name": "acme.B.c ( {\\"size\\":\\"10\\"} )", "value": 7, "unit": "ns/op",
                       "extra": "iterations: 5\\nforks: 1\\nthreads: 4"},
                      {"name": "acme.B.d", "value": 9, "unit": "ops/s", "extra": "threads: 1"}]}]}}
                """);

        List<StoredNight> nights = Imports.read(file).nights();

        assertThat(nights).extracting(night -> night.night().commit()).containsExactly("aaa", "bbb");
        StoredNight.Result first = nights.get(0).results().get(0);
        assertThat(first.identity().benchmark()).isEqualTo("acme.B.c");
        assertThat(first.identity().params()).containsEntry("size", "10");
        assertThat(first.identity().threads()).isEqualTo(4);
        assertThat(nights.get(1).results().get(0).forks()).containsExactly(7.5);
        assertThat(nights.get(0).results().get(1).metric().direction()).isEqualTo(Direction.LARGER_IS_BETTER);
    }

    @Test
    void read_somethingElse_saysWhatIsExpected() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "x");
        Path data = Files.writeString(folder.resolve("data.js"), "window.X = {}");

        assertThatThrownBy(() -> Imports.read(text))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("expected a folder of JMH JSON files");
        assertThatThrownBy(() -> Imports.read(data))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("no entries");
        assertThatThrownBy(() -> Imports.read(folder.resolve("nowhere")))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("nothing there");
    }

    @Test
    void import_dataThatDroppedItsOldestRunAndGainedOne_addsTheNewOneAndNoOther() throws IOException {
        HistoryStore store = new HistoryStore(folder.resolve("history"));
        Path data = folder.resolve("data.js");

        Files.writeString(data, data(1, 15));
        assertThat(store.append(Imports.read(data).nights())).isEqualTo(15);
        Files.writeString(data, data(2, 16));
        assertThat(store.append(Imports.read(data).nights())).isEqualTo(1);
        assertThat(store.append(Imports.read(data).nights())).isZero();

        assertThat(store.nights())
                .extracting(night -> night.night().epochMillis())
                .isSorted()
                .hasSize(16)
                .contains(16_000L);
    }

    @Test
    void import_nightsThatAnEarlierVersionNamedByTheirPlace_areKnown() throws IOException {
        HistoryStore store = new HistoryStore(folder.resolve("history"));
        Path data = Files.writeString(folder.resolve("data.js"), data(1, 3));
        List<StoredNight> nights = Imports.read(data).nights();
        store.append(nights.stream()
                .map(night ->
                        new StoredNight("import:x/data.js:" + night.night().run(), night.night(), night.results()))
                .toList());

        assertThat(store.append(nights)).isZero();
    }

    @Test
    void import_foldersOfOneName_areToldApartByWhatIsInThem() throws IOException {
        HistoryStore store = new HistoryStore(folder.resolve("history"));
        Path one = Files.createDirectories(folder.resolve("1/results"));
        Path other = Files.createDirectories(folder.resolve("2/results"));
        Files.writeString(
                one.resolve("run1.json"),
                new JmhText().add("acme.B.c", "thrpt", "ops/s", 10, 12).text());
        Files.writeString(
                other.resolve("run1.json"),
                new JmhText().add("acme.B.d", "thrpt", "ops/s", 7, 8).text());

        assertThat(store.append(Imports.read(one).nights())).isOne();
        assertThat(store.append(Imports.read(other).nights())).isOne();
        // A copy has another time, and the same content.
        Files.setLastModifiedTime(one.resolve("run1.json"), FileTime.fromMillis(1_700_000_000_000L));
        assertThat(store.append(Imports.read(one).nights())).isZero();
    }

    @Test
    void read_folderWithADanglingLinkAndACopyOfTheNewest_importsTheOthersOnce() throws IOException {
        String newest = new JmhText().add("acme.B.c", "thrpt", "ops/s", 10, 12).text();
        Files.writeString(folder.resolve("2025-03-24T00-22-41Z-abcdef1.json"), newest);
        Files.writeString(folder.resolve("latest.json"), newest);
        Files.createSymbolicLink(folder.resolve("gone.json"), folder.resolve("nowhere.json"));
        Files.createDirectory(folder.resolve("folder.json"));

        Imports.Found found = Imports.read(folder);

        assertThat(found.nights()).hasSize(1);
        assertThat(found.passedOver())
                .hasSize(3)
                .anyMatch(reason -> reason.contains("gone.json: expected a file, found a link to nowhere"))
                .anyMatch(reason -> reason.contains("latest.json") && reason.contains("the same results"));
    }

    /** What github-action-benchmark keeps of the runs with these numbers. */
    private static String data(int first, int last) {
        StringBuilder runs = new StringBuilder();
        for (int run = first; run <= last; run++) {
            runs.append(run == first ? "" : ",")
                    .append("{\"commit\": {\"id\": \"c")
                    .append(run)
                    .append("\"}, \"date\": ")
                    .append(run * 1000)
                    .append(
                            ", \"tool\": \"jmh\", \"benches\": [{\"name\": \"acme.B.c\", \"value\": 7, \"unit\": \"ns/op\"}]}");
        }
        return "window.BENCHMARK_DATA = {\"entries\": {\"JMH\": [" + runs + "]}}";
    }
}
