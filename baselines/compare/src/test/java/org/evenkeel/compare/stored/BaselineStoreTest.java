package org.evenkeel.compare.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.evenkeel.compare.JmhText;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.compare.stored.Baseline.Area;
import org.evenkeel.kernel.BadInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    Path folder;

    private Path run = Path.of("run");
    private BaselineStore store = new BaselineStore(Path.of("baselines"));

    @BeforeEach
    void writeARun() throws IOException {
        run = Files.createDirectories(folder.resolve("run"));
        store = new BaselineStore(folder.resolve("baselines"));
        Files.writeString(
                run.resolve("jmh.json"),
                new JmhText().add("a.B.c", "avgt", "ns/op", 5, 6).text());
    }

    @Test
    void record_aRun_keepsItsJsonAsItIs() throws IOException {
        Path session = store.record("main", Area.STORED, run, environment("A"), NOON);

        assertThat(session.resolve("jmh.json")).hasSameTextualContentAs(run.resolve("jmh.json"));
        assertThat(session.resolve("environment.json")).content().contains("\"cpu.model\" : \"A\"");
        assertThat(folder.relativize(session).toString())
                .matches("baselines/stored/a-[0-9a-f]{8}/main/2026-11-21T12-00-00Z-[0-9a-f]{8}");
        assertThat(store.named("main").get(0).sessions()).hasSize(1);
    }

    @Test
    void record_filesOfOneNight_keepsTheResultsOfAll() throws IOException {
        Path night = Files.createDirectories(folder.resolve("night"));
        Files.writeString(
                night.resolve("a.json"),
                new JmhText()
                        .add("a.B.c", "avgt", "ns/op", 5.123456789012345, 6)
                        .text());
        Files.writeString(
                night.resolve("b.json"),
                new JmhText().addCalls("a.B.d", 2, Map.of(0.5, 100L, 2.0, 3L)).text());

        Path session = store.record("main", Area.LOCAL, night, environment("A"), NOON);

        assertThat(measured(session)).isEqualTo(measured(night)).hasSizeGreaterThan(2);
    }

    @Test
    void record_aLoneFileOrRunInAFolder_keepsIt() throws IOException {
        Path night = Files.createDirectories(folder.resolve("night"));
        Files.copy(run.resolve("jmh.json"), night.resolve("a.json"));
        Path outer = Files.createDirectories(folder.resolve("outer"));
        Path inner = Files.createDirectories(outer.resolve("inner"));
        Files.copy(run.resolve("jmh.json"), inner.resolve("jmh.json"));

        assertThat(measured(store.record("main", Area.LOCAL, night, environment("A"), NOON)))
                .isEqualTo(measured(night));
        assertThat(measured(store.record("main", Area.LOCAL, outer, environment("A"), NOON)))
                .isEqualTo(measured(outer));
    }

    @Test
    void record_aCompressedFile_isReadAgain() throws IOException {
        Path compressed = folder.resolve("night.json.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            Files.copy(run.resolve("jmh.json"), out);
        }

        Path session = store.record("main", Area.LOCAL, compressed, environment("A"), NOON);

        assertThat(measured(session)).isEqualTo(measured(compressed)).hasSize(1);
        assertThat(store.named("main").get(0).sessions()).hasSize(1);
    }

    private static Map<String, List<Double>> measured(Path place) {
        return SessionFiles.read(place).get(0).series().entrySet().stream()
                .collect(Collectors.toMap(
                        one -> one.getKey().toString(),
                        one -> Arrays.stream(one.getValue().forks()).boxed().toList()));
    }

    @Test
    void record_byManyWritersAtOnce_losesNothing() throws Exception {
        int writers = 8;
        int each = 10;
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try {
            List<Future<?>> done = IntStream.range(0, writers)
                    .<Future<?>>mapToObj(writer -> pool.submit(() -> {
                        for (int i = 0; i < each; i++) {
                            store.record("main", Area.LOCAL, run, environment("A"), NOON);
                        }
                    }))
                    .toList();
            for (Future<?> future : done) {
                future.get();
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(store.named("main").get(0).sessions()).hasSize(writers * each);
    }

    @Test
    void record_corruptOrInvalidRun_isRefusedAndLeavesNothing() throws IOException {
        Files.writeString(
                run.resolve("invalid.json"), "[{\"benchmark\":\"a.B.c\",\"mode\":\"avgt\",\"reason\":\"lost 3\"}]");
        assertThatThrownBy(() -> store.record("main", Area.LOCAL, run, environment("A"), NOON))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("lost 3");

        Files.writeString(run.resolve("jmh.json"), "[{");
        assertThatThrownBy(() -> store.record("main", Area.LOCAL, run, environment("A"), NOON))
                .isInstanceOf(BadInputException.class);

        assertThat(store.list()).isEmpty();
    }

    @Test
    void record_nameThatIsAPath_isRefused() {
        assertThatThrownBy(() -> store.record("../main", Area.LOCAL, run, environment("A"), NOON))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("cannot name a baseline");
    }

    @Test
    void find_prefersTheSameEnvironment_thenLocal_thenTheNewest() {
        store.record("main", Area.STORED, run, environment("A"), NOON);
        assertThat(store.find("main", environment("B").identity())
                        .orElseThrow()
                        .differencesTo(environment("B").identity()))
                .containsOnlyKeys("cpu.model");

        store.record("main", Area.STORED, run, environment("B"), NOON.plusSeconds(1));
        store.record("main", Area.STORED, run, environment("C"), NOON.plusSeconds(2));
        assertThat(found("main", "B")).isEqualTo("B in stored");
        assertThat(found("main", "D")).isEqualTo("C in stored");

        store.record("main", Area.LOCAL, run, environment("B"), NOON.minusSeconds(9));
        assertThat(found("main", "B")).isEqualTo("B in local");
        assertThat(store.find("other", environment("B").identity())).isEmpty();
    }

    @Test
    void promote_localSessions_movesThemBesideTheSharedOnes() {
        store.record("main", Area.STORED, run, environment("A"), NOON);
        store.record("main", Area.LOCAL, run, environment("A"), NOON.plusSeconds(1));

        assertThat(store.promote("main")).hasSize(1);

        assertThat(store.list()).hasSize(1);
        assertThat(store.list().get(0).area()).isEqualTo(Area.STORED);
        assertThat(store.list().get(0).sessions()).hasSize(2);
        assertThat(store.promote("main")).isEmpty();
    }

    @Test
    void prune_keepsTheNewest() {
        for (int i = 0; i < 5; i++) {
            store.record("main", Area.LOCAL, run, environment("A"), NOON.plusSeconds(i));
        }

        List<Path> deleted = store.prune(store.named("main").get(0), 2);

        assertThat(deleted).hasSize(3);
        assertThat(deleted).allSatisfy(path -> assertThat(path).doesNotExist());
        Baseline left = store.named("main").get(0);
        assertThat(left.oldest()).isEqualTo(NOON.plusSeconds(3));
        assertThat(left.newest()).isEqualTo(NOON.plusSeconds(4));
    }

    @Test
    void list_folderThatIsNoSession_isNamed() throws IOException {
        Path session = store.record("main", Area.LOCAL, run, environment("A"), NOON);
        Files.delete(session.resolve("environment.json"));

        assertThatThrownBy(() -> store.list())
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("environment.json cannot be read: it does not exist");
    }

    @Test
    void environmentName_ofTwoEnvironmentsThatDifferInAnything_differs() {
        Set<String> names = List.of(
                        environment("A"),
                        environment("B"),
                        new Environment(
                                new TreeMap<>(Map.of("cpu.model", "A", "jvm.flags", "-Xmx1g")), new TreeMap<>()))
                .stream()
                .map(EnvironmentName::of)
                .collect(Collectors.toSet());

        assertThat(names).hasSize(3);
    }

    private String found(String name, String model) {
        Baseline baseline = store.find(name, environment(model).identity()).orElseThrow();
        return baseline.environment().identity().get("cpu.model") + " in "
                + baseline.area().folder();
    }

    private static Environment environment(String model) {
        return new Environment(new TreeMap<>(Map.of("cpu.model", model)), new TreeMap<>());
    }
}
