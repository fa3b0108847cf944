package org.evenkeel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;

/** What a JVM that is killed leaves running is ended by the next one, and what a living one runs is not. */
@EnabledOnOs(LINUX)
class ChildrenTest {

    /** Starts a marked child of a child, says which, and waits. */
    static final class Owner {
        public static void main(String[] args) throws IOException, InterruptedException {
            Process shell = Children.startMarked(new ProcessBuilder("sh", "-c", "sleep 600 & echo $!; wait"));
            System.out.println(shell.inputReader().readLine());
            shell.waitFor();
        }
    }

    @Test
    void endAbandoned_ownerWasKilled_endsWhatItStarted() throws Exception {
        Process owner = owner();
        ProcessHandle child = child(owner);
        owner.destroyForcibly().waitFor();
        assertThat(child.isAlive()).isTrue();

        assertThat(Children.endAbandoned()).isPositive();

        child.onExit().get(1, TimeUnit.MINUTES);
        assertThat(Children.endAbandoned()).isZero();
    }

    @Test
    void endAbandoned_ownerLives_leavesWhatItStarted() throws Exception {
        Process owner = owner();
        try {
            ProcessHandle child = child(owner);

            Children.endAbandoned();

            assertThat(child.onExit()).isNotDone();
            assertThat(child.isAlive()).isTrue();
        } finally {
            owner.destroy();
            owner.waitFor();
        }
    }

    private static Process owner() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static ProcessHandle child(Process owner) throws IOException {
        return ProcessHandle.of(Long.parseLong(owner.inputReader().readLine())).orElseThrow();
    }
}
