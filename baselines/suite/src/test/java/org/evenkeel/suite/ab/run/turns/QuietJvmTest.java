package org.evenkeel.suite.ab.run.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.evenkeel.kernel.Children;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * In JVMs of their own: this one is never quiet. And while no other test wants a processor: a JVM that gets none for thirty
 * milliseconds looks as if it had nothing to do.
 */
@Isolated
class QuietJvmTest {

    /** The work takes 2 s; half a second of patience is none, and 20 s are enough for a slow machine. */
    @ParameterizedTest
    @CsvSource({"0, working", "20000, done"})
    void await_jvmThatWorks_waitsUntilItIsDoneOrPatienceEnds(long patienceMillis, String expected) throws Exception {
        assertThat(waitedFor(2_000, patienceMillis)).isEqualTo(expected);
    }

    @Test
    void await_jvmThatDoesNothing_doesNotWaitAsLongAsItMay() throws Exception {
        assertThat(waitedFor(0, 60_000)).isEqualTo("done");
    }

    private static String waitedFor(long workMillis, long patienceMillis) throws Exception {
        Process jvm = Children.start(new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Working.class.getName(),
                Long.toString(workMillis),
                Long.toString(patienceMillis)));
        String answer = jvm.inputReader().readLine();
        Children.kill(jvm);
        return answer;
    }

    /** Works on some threads, and waits for them on another. */
    public static final class Working {

        /** As in a crowd, one of them or another gets a processor sooner than one alone would. */
        private static final int WORKERS = 4;

        private Working() {}

        public static void main(String[] args) throws InterruptedException {
            long workNanos = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[0]));
            CountDownLatch begun = new CountDownLatch(WORKERS);
            CountDownLatch done = new CountDownLatch(WORKERS);
            for (int worker = 0; worker < WORKERS; worker++) {
                new Thread(() -> {
                            begun.countDown();
                            long start = System.nanoTime();
                            while (System.nanoTime() - start < workNanos) {
                                Thread.onSpinWait();
                            }
                            done.countDown();
                        })
                        .start();
            }
            begun.await();
            new QuietJvm().await(TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[1])));
            System.out.println(done.getCount() > 0 ? "working" : "done");
            System.exit(0);
        }
    }
}
