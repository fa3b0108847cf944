package org.evenkeel.leakcheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.kernel.Stopwatch;
import org.evenkeel.leakcheck.run.worker.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a budget leaves, and how long an answer is waited for, by a clock that the test sets. */
@Timeout(30)
class BatchesTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final AtomicLong clock = new AtomicLong(42);
    private final Worker worker = new Worker();

    private Batches batches(int threads) {
        return new Batches(worker, threads, Stopwatch.start(clock::get), 60 * SECOND);
    }

    @Test
    void budget_getsLess_andATimeThatIsGrantedStandsInItsPlace() {
        Batches batches = batches(1);

        clock.addAndGet(45 * SECOND);
        assertThat(batches.elapsedNanos()).isEqualTo(45 * SECOND);
        assertThat(batches.nanosLeft()).isEqualTo(15 * SECOND);

        batches.grant(20 * SECOND);
        clock.addAndGet(25 * SECOND);
        assertThat(batches.nanosLeft()).isEqualTo(-5 * SECOND);
        assertThat(batches.elapsedNanos()).isEqualTo(70 * SECOND);
    }

    @Test
    void timeout_ofWhatNobodyKnows_isTheRestAndTenSeconds() {
        Batches batches = batches(1);
        assertThat(batches.timeout(0)).isEqualTo(70 * SECOND);

        clock.addAndGet(90 * SECOND);
        assertThat(batches.timeout(0)).isEqualTo(10 * SECOND);
    }

    @Test
    void timeout_ofWhatIsKnown_isThirtyTimesThat_butThirtySecondsAtTheLeast_andNeverMoreThanTheRest() {
        Batches batches = batches(1);

        assertThat(batches.timeout(0.1 * SECOND)).isEqualTo(30 * SECOND);
        assertThat(batches.timeout(1.5 * SECOND)).isEqualTo(45 * SECOND);
        assertThat(batches.timeout(10.0 * SECOND)).isEqualTo(70 * SECOND);
    }

    @Test
    void calibrate_doublesUntilABatchTakesThreeMilliseconds() throws Exception {
        worker.nanosPerOperation = 100_000;
        Batches batches = batches(3);

        batches.calibrate();

        // 32 operations of each of three callers take 3.2 ms.
        assertThat(worker.commanded).containsExactly(1L, 2L, 4L, 8L, 16L, 32L);
        assertThat(batches.operations()).isEqualTo(3 * 63);
        assertThat(batches.nanosPerOperation()).isEqualTo(100_000 / 3.0);
    }

    /** Answers each batch with the time that it would have taken. */
    private static final class Worker extends OutputStream implements JvmUnderCheck {

        private final List<Long> commanded = new ArrayList<>();
        private final PipedOutputStream answers = new PipedOutputStream();
        private final FrameExchange exchange;
        private long nanosPerOperation;

        Worker() {
            try {
                exchange = new FrameExchange(new PipedInputStream(answers), this, new OutputTail(), this);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void write(byte[] command, int offset, int length) throws IOException {
            ByteBuffer read = ByteBuffer.wrap(command, offset, length);
            assertThat(read.get()).isEqualTo(Protocol.RUN);
            long each = read.getLong();
            commanded.add(each);
            answers.write(ByteBuffer.allocate(Protocol.HEADER_BYTES + Long.BYTES)
                    .putInt(Protocol.MAGIC)
                    .put(Protocol.DONE)
                    .putShort((short) Long.BYTES)
                    .putLong(each * nanosPerOperation)
                    .array());
            answers.flush();
        }

        @Override
        public void write(int b) {
            throw new AssertionError("commands come as a whole");
        }

        @Override
        public FrameExchange exchange() {
            return exchange;
        }

        @Override
        public long pid() {
            throw new AssertionError("nobody asks in these tests");
        }

        @Override
        public boolean isOwn() {
            throw new AssertionError("nobody asks in these tests");
        }

        @Override
        public AttachSocket attachSocket() {
            throw new AssertionError("nobody asks in these tests");
        }

        @Override
        public List<String> output() {
            return List.of();
        }

        @Override
        public RunBroken ended(String activity) {
            throw new AssertionError("it does not end in these tests");
        }
    }
}
