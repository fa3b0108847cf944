package org.evenkeel.baselines.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.evenkeel.leakcheck.command.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmhLockTest {

    @TempDir
    Path folder;

    @Test
    void isHeld_noFileOrNobodyMeasuring_isNot() throws IOException {
        JmhLock lock = new JmhLock(folder.resolve("jmh.lock"));
        assertThat(lock.isHeld()).isFalse();
        assertThat(lock.file()).doesNotExist();

        Files.createFile(lock.file());

        assertThat(lock.isHeld()).isFalse();
    }

    @Test
    void awaitFree_otherProcessMeasuring_waitsUntilItHasEnded() throws Exception {
        JmhLock lock = new JmhLock(folder.resolve("jmh.lock"));
        Process other = Children.start(new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Measuring.class.getName(),
                lock.file().toString()));
        assertThat(other.inputReader().readLine()).isEqualTo("measuring");

        assertThat(lock.isHeld()).isTrue();
        lock.awaitFree(Duration.ZERO);
        assertThat(other.isAlive()).as("no patience, so nothing was waited for").isTrue();
        // The other one ends when its input does.
        other.getOutputStream().close();
        lock.awaitFree(Duration.ofMinutes(1));

        assertThat(lock.isHeld()).isFalse();
    }

    @Test
    void hold_keepsOthersAway_untilItIsGivenBack() throws IOException {
        JmhLock lock = new JmhLock(folder.resolve("jmh.lock"));

        JmhLock.Hold hold = lock.hold();

        assertThat(lock.isHeld()).isTrue();
        assertThatThrownBy(lock::hold)
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("another JMH run holds the lock");
        hold.close();
        assertThat(lock.isHeld()).isFalse();
        assertThat(new JmhLock(folder).hold().channel())
                .as("a folder cannot be locked")
                .isEmpty();
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
