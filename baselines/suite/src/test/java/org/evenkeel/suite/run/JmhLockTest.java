package org.evenkeel.suite.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Children;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmhLockTest {

    @TempDir
    Path folder;

    private final List<String> notes = new ArrayList<>();

    @Test
    void hold_nobodyMeasures_isThereAtOnceAndOthersCanLockTheFileToo() throws Exception {
        JmhLock lock = new JmhLock(folder.resolve("jmh.lock"));

        lock.hold(Duration.ZERO, notes::add).close();

        assertThat(notes).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(lock.file())))
                .isEqualTo("rw-rw-rw-");
    }

    @Test
    void hold_otherProcessMeasuring_waitsUntilItHasEnded() throws Exception {
        JmhLock lock = new JmhLock(folder.resolve("jmh.lock"));
        Process other = Children.start(new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Measuring.class.getName(),
                lock.file().toString()));
        assertThat(other.inputReader().readLine()).isEqualTo("measuring");

        assertThatThrownBy(() -> lock.hold(Duration.ZERO, notes::add))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("another JMH run has held the lock");
        assertThat(other.isAlive()).as("no patience, so nothing was waited for").isTrue();
        CompletableFuture<JmhLock.Hold> hold = CompletableFuture.supplyAsync(() -> held(lock));
        Thread.sleep(100);
        assertThat(hold).isNotDone();
        // The other one ends when its input does.
        other.getOutputStream().close();

        hold.get(1, TimeUnit.MINUTES).close();
        assertThat(notes).contains("Another JMH measures on this machine; waiting for it, at most 60 s.");
    }

    @Test
    void hold_twoRunsOfOneJvm_waitForEachOther() throws Exception {
        JmhLock lock = new JmhLock(folder.resolve("jmh.lock"));
        JmhLock.Hold first = lock.hold(Duration.ZERO, notes::add);

        CompletableFuture<JmhLock.Hold> second = CompletableFuture.supplyAsync(() -> held(lock));
        Thread.sleep(100);
        assertThat(second).isNotDone();
        first.close();

        second.get(1, TimeUnit.MINUTES).close();
    }

    @Test
    void hold_fileThatCannotBeLocked_isRefusedWithTheReason() {
        assertThatThrownBy(() -> new JmhLock(folder).hold(Duration.ZERO, notes::add))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(folder + ": expected a file that this user can lock");
    }

    private JmhLock.Hold held(JmhLock lock) {
        try {
            return lock.hold(Duration.ofMinutes(1), notes::add);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Holds the lock as JMH does, until nobody speaks to it any more. */
    public static final class Measuring {

        private Measuring() {}

        public static void main(String[] args) throws IOException {
            try (FileChannel channel =
                            FileChannel.open(Path.of(args[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                System.out.println(lock.isValid() ? "measuring" : "no lock");
                while (System.in.read() >= 0) {
                    // Whatever is said, it is not the end.
                }
            }
        }
    }
}
