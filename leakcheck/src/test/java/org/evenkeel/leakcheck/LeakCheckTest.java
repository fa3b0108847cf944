package org.evenkeel.leakcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.kernel.LeakVerdictName;
import org.evenkeel.leakcheck.report.LeakReport;
import org.evenkeel.leakcheck.report.LeakReports;
import org.evenkeel.leakcheck.samples.Sample;
import org.evenkeel.leakcheck.samples.Signal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("commands")
class LeakCheckTest {

    private static final double PROMISED_BYTES_PER_BATCH = 64;

    private final Queue<Object> kept = new ConcurrentLinkedQueue<>();

    @TempDir
    Path folder;

    @Test
    void assertSteady_operationThatKeepsAnObject_failsAndSaysWhichByHowMuch() throws IOException {
        LeakCheckResult result = check("keeps", () -> kept.add(new Kept(1)));

        // 16 bytes of its own and 24 of the queue's node, with compressed references.
        assertThat(result.verdict()).as(result.message()).isEqualTo(LeakVerdictName.GROWING);
        assertThat(result.heap().orElseThrow().perOperation()).isCloseTo(40, within(0.5));
        assertThatThrownBy(result::assertSteady)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("keeps: GROWING. Growth that does not stop: heap")
                .hasMessageContaining("growing class : " + Kept.class.getName() + ", 1.00/op, 16.0 B/op")
                .hasMessageContaining(result.report().resolve("leakcheck.html").toString());
        assertThat(result.message()).contains(LeakCheckTest.class.getName() + ".kept -> ");
        assertThatThrownBy(result::assertNotGrowing).isInstanceOf(AssertionError.class);
        assertThat(report(result).verdictName()).isEqualTo(LeakVerdictName.GROWING);
    }

    @Test
    void assertSteady_operationOfTenCallersThatKeepsNothing_passesAndLeavesNothingBehind() throws IOException {
        int threads = Thread.activeCount();

        LeakCheckResult result = LeakCheck.of("clean", () -> new byte[64])
                .threads(10)
                .reports(folder)
                .run()
                .assertSteady();

        List<Sample> samples = report(result).recording().samples();
        Sample first = samples.get(samples.size() / 4);
        Sample last = samples.get(samples.size() - 1);
        double growth = (double) last.reading(Signal.HEAP).orElseThrow()
                - first.reading(Signal.HEAP).orElseThrow();
        assertThat(growth / (last.batch() - first.batch())).isLessThanOrEqualTo(PROMISED_BYTES_PER_BATCH);
        assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 1);
    }

    @Test
    void assertSteady_growthWithinTheTolerance_passes() {
        LeakCheck.of("tolerated", () -> kept.add(new byte[0]))
                .tolerance(64)
                .budget(Duration.ofSeconds(20))
                .reports(folder)
                .run()
                .assertSteady();
    }

    @Test
    void run_signalsChosen_looksAtNothingElse() throws IOException {
        AtomicLong operations = new AtomicLong();

        LeakCheckResult result = LeakCheck.of("chosen", () -> {
                    kept.add(new byte[16]);
                    if (operations.incrementAndGet() % 1000 == 0) {
                        kept.add(ByteBuffer.allocateDirect(256));
                    }
                })
                .signals(Signal.DIRECT_BUFFERS)
                .cause(false)
                .reports(folder)
                .run();

        assertThat(result.message()).contains("GROWING").contains("direct-buffers");
        assertThat(result.heap()).isEmpty();
        assertThat(report(result).recording().samples())
                .allMatch(sample -> sample.signals().keySet().equals(java.util.Set.of(Signal.DIRECT_BUFFERS)));
    }

    @Test
    void assertSteady_operationThatThrows_failsWithItsException() {
        AtomicLong operations = new AtomicLong();
        LeakCheckResult result = check("throws", () -> {
            if (operations.incrementAndGet() == 1000) {
                throw new IllegalStateException("the thousandth");
            }
        });

        assertThat(result.verdict()).isEqualTo(LeakVerdictName.INVALID);
        assertThatThrownBy(result::assertNotGrowing)
                .hasMessageContaining("the thousandth")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void run_operationThatHangs_endsAndSaysWhere() {
        CountDownLatch never = new CountDownLatch(1);

        LeakCheckResult result = LeakCheck.of("hangs", () -> never.await())
                .budget(Duration.ofSeconds(1))
                .reports(folder)
                .run();

        assertThat(result.verdict()).isEqualTo(LeakVerdictName.INVALID);
        assertThat(result.message()).contains("hangs").contains("LeakCheckTest");
    }

    @Test
    void assertSteady_anotherTestAtTheSameTime_saysThatItCannotBeTrusted() {
        AtomicBoolean first = new AtomicBoolean(true);

        LeakCheckResult result = check("disturbed", () -> {
            if (first.getAndSet(false)) {
                RunningTests.started();
                RunningTests.finished();
            }
        });

        assertThat(result.verdict()).isEqualTo(LeakVerdictName.INCONCLUSIVE);
        assertThatThrownBy(result::assertSteady)
                .hasMessageContaining("It cannot be trusted: another test ran in this JVM at the same time")
                .hasMessageContaining("a run with nothing beside it");
        result.assertNotGrowing();
    }

    @Test
    void signals_ofWhatOnlyAJvmOfItsOwnTells_areRefused() {
        assertThatThrownBy(() -> LeakCheck.of("native", () -> 1).signals(Signal.MALLOC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MALLOC")
                .hasMessageContaining("HEAP");
    }

    @Test
    void of_withoutAName_isRefused() {
        assertThatThrownBy(() -> LeakCheck.of(" ", () -> 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private LeakCheckResult check(String name, LeakCheck.Operation operation) {
        return LeakCheck.of(name, operation).reports(folder).run();
    }

    private static LeakReport report(LeakCheckResult result) throws IOException {
        return LeakReports.fromJson(Files.readString(result.report().resolve("leakcheck.json")))
                .get(0);
    }

    /** Takes 16 bytes. */
    private record Kept(int value) {}
}
