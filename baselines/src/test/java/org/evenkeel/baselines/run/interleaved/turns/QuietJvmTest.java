package org.evenkeel.baselines.run.interleaved.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.evenkeel.baselines.run.Children;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In JVMs of their own: this one is never quiet. */
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

    /** Works on one thread, and waits for it on another. */
    public static final class Working {

        private Working() {}

        public static void main(String[] args) {
            long workNanos = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[0]));
            Thread work = new Thread(() -> {
                long start = System.nanoTime();
                while (System.nanoTime() - start < workNanos) {
                    Thread.onSpinWait();
                }
            });
            work.start();
            new QuietJvm().await(TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[1])));
            System.out.println(work.isAlive() ? "working" : "done");
            System.exit(0);
        }
    }
}
