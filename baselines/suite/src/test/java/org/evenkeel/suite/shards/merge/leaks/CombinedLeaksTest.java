package org.evenkeel.suite.shards.merge.leaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.leakcheck.plan.HeapSource;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.LeakReports;
import org.evenkeel.leakcheck.samples.CheckedJvmFacts;
import org.evenkeel.leakcheck.samples.HeapHistogram;
import org.evenkeel.leakcheck.samples.Recording;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.samples.Signal;
import org.evenkeel.leakcheck.verdict.Growth;
import org.evenkeel.leakcheck.verdict.LeakEvidence;
import org.evenkeel.leakcheck.verdict.LeakVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CombinedLeaksTest {

    private static final int BATCHES = 40;
    private static final long OPERATIONS = 1_000;
    private static final double NOISE_BYTES = 1 << 20;
    private static final int REPEATS = 300;

    private static final LeakVerdict OPEN = new LeakVerdict.Inconclusive(LeakEvidence.NONE, "noisy", "more time");
    private static final LeakVerdict STEADY = new LeakVerdict.Steady(LeakEvidence.NONE, "steady");
    private static final LeakVerdict GROWING = new LeakVerdict.Growing(LeakEvidence.NONE, Growth.NONE, "growing");
    private static final LeakVerdict INVALID = new LeakVerdict.Invalid(LeakEvidence.NONE, "broken");

    @TempDir
    Path folder;

    /** A worker whose heap is read with much noise, as the flight recorder does. */
    private static LeakReport worker(Random random, LeakVerdict verdict, IntToDoubleFunction grownByBatch) {
        List<Sample> samples = new ArrayList<>();
        for (int batch = 0; batch < BATCHES; batch++) {
            double heap = (64 << 20) + grownByBatch.applyAsDouble(batch) + NOISE_BYTES * random.nextGaussian();
            samples.add(new Sample(
                    batch,
                    OPERATIONS,
                    (batch + 1) * OPERATIONS,
                    1,
                    batch * 1_000_000_000L,
                    Map.of(Signal.HEAP, (long) heap),
                    HeapHistogram.NONE));
        }
        Recording recording = new Recording(new CheckedJvmFacts("17", 1L << 30), HeapSource.JFR, samples, List.of());
        return new LeakReport("acme.Cache", verdict, recording, 40);
    }

    private static LeakVerdictName combined(int seed, int workers, LeakVerdict each, IntToDoubleFunction grownByBatch) {
        Random random = new Random(seed);
        List<LeakReport> reports = IntStream.range(0, workers)
                .mapToObj(i -> worker(random, each, grownByBatch))
                .toList();
        return CombinedLeaks.of("acme.Cache", reports).verdict();
    }

    private static long growing(int workers, IntToDoubleFunction grownByBatch) {
        return IntStream.range(0, REPEATS)
                .filter(seed -> combined(seed, workers, OPEN, grownByBatch) == LeakVerdictName.GROWING)
                .count();
    }

    @Test
    void workers_thatDoNotGrow_areSeldomCalledGrowing() {
        assertThat(growing(3, batch -> 0)).isLessThanOrEqualTo(REPEATS / 50);
        assertThat(growing(8, batch -> 0)).isLessThanOrEqualTo(REPEATS / 50);
    }

    @Test
    void workers_thatFillUpInTheirFirstHalf_areSeldomCalledGrowing() {
        assertThat(growing(8, batch -> 500_000.0 * Math.min(batch, BATCHES / 2)))
                .isLessThanOrEqualTo(REPEATS / 50);
    }

    /** Twice what counts as something is lost in the noise of one worker, and of three; eight together see it. */
    @Test
    void workers_moreOfThem_seeASmallerLeak() {
        IntToDoubleFunction leak = batch -> 200.0 * 1024 * batch;

        long three = growing(3, leak);
        long eight = growing(8, leak);
        long twenty = growing(20, leak);

        System.out.printf("found a leak of 205 B/op: %d, %d, %d of %d%n", three, eight, twenty, REPEATS);
        assertThat(three).isLessThan(eight);
        assertThat(twenty).isGreaterThan(REPEATS * 9L / 10);
    }

    @Test
    void workers_verdictsOfTheirOwn_decideWhereTheyCan() {
        assertThat(combined(1, 4, STEADY, batch -> 0)).isEqualTo(LeakVerdictName.STEADY);
        assertThat(combined(1, 2, OPEN, batch -> 0)).isEqualTo(LeakVerdictName.INCONCLUSIVE);
        Random random = new Random(1);
        LeakReport steady = worker(random, STEADY, batch -> 0);
        assertThat(CombinedLeaks.of("w", List.of(steady, worker(random, GROWING, batch -> 0)))
                        .verdict())
                .isEqualTo(LeakVerdictName.GROWING);
        assertThat(CombinedLeaks.of("w", List.of(steady, worker(random, INVALID, batch -> 0)))
                        .verdict())
                .isEqualTo(LeakVerdictName.INVALID);
    }

    @Test
    void workers_filesOfThem_becomeOneThatReadersTake() throws IOException {
        Random random = new Random(1);
        List<Path> places = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Path place = Files.createDirectories(folder.resolve("worker" + i));
            Files.writeString(
                    place.resolve("leakcheck.json"),
                    LeakReports.toJson(List.of(worker(random, OPEN, batch -> 200.0 * 1024 * batch))));
            places.add(place);
        }
        StringWriter out = new StringWriter();

        assertThat(LeakWorkers.combine(places, folder.resolve("out"), new PrintWriter(out)))
                .isEqualTo(ExitStatus.WRONG);

        JsonNode json =
                new ObjectMapper().readTree(folder.resolve("out/leakcheck.json").toFile());
        assertThat(json.path("verdict").asText()).isEqualTo("GROWING");
        assertThat(json.path("bytesPerOperation").path("lower").asDouble()).isBetween(64.0, 205.0);
        assertThat(json.path("ratesOfWorkers")).hasSize(20);
        assertThat(out.toString()).startsWith("acme.Cache: GROWING: 20 workers together grow in their second half");
        assertThatThrownBy(() -> LeakWorkers.combine(
                        List.of(places.get(0), folder.resolve("nothing")), folder.resolve("o"), new PrintWriter(out)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("expected leakcheck.json of a leak check, found none");
    }
}
