package org.evenkeel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    private final Instant now = Instant.now();

    @TempDir
    Path folder;

    @Test
    void isOne_ofThisProcess_isNot() throws IOException {
        assertThat(Leftovers.isOne(made(Leftovers.marked("a")), now)).isFalse();
        assertThat(Leftovers.isOne(made(Leftovers.marked("a") + ".tmp"), now)).isFalse();
    }

    @Test
    void isOne_ofAProcessThatIsGone_isAtOnce() throws Exception {
        assumeTrue(
                Files.exists(Path.of("/proc/self/ns/pid")), "this system does not tell which machine a number is of");
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        String own = "." + ProcessHandle.current().pid() + "-";

        String name = Leftovers.marked("a").replace(own, "." + gone.pid() + "-");

        assertThat(Leftovers.isOne(made(name), now)).isTrue();
        assertThat(Leftovers.isOne(made(name + ".tmp"), now)).isTrue();
    }

    @Test
    void isOne_ofAnotherMachine_isOnceItIsOld() throws IOException {
        Path other = made("a.1-0badcafe");

        assertThat(Leftovers.isOne(other, now)).isFalse();
        assertThat(Leftovers.isOne(other, now.plus(Duration.ofHours(2)))).isTrue();
    }

    private Path made(String name) throws IOException {
        return Files.createFile(folder.resolve(name));
    }
}
