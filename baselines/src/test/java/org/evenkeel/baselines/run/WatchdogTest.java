package org.evenkeel.baselines.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    @Test
    void over_childThatHangs_endsItAndItsChildren() throws Exception {
        Process child = shell("sleep 300 & wait");
        while (child.descendants().count() < 1) {
            Thread.sleep(5);
        }
        List<ProcessHandle> family = child.descendants().toList();

        Watchdog watchdog = Watchdog.over(child, Duration.ofMillis(50));

        assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(watchdog.hasBitten()).isTrue();
        for (ProcessHandle one : family) {
            assertThat(one.onExit().get(1, TimeUnit.MINUTES).isAlive()).isFalse();
        }
    }

    @Test
    void over_childThatEnds_leavesItAlone() throws Exception {
        Process child = shell("exit 3");
        Watchdog watchdog = Watchdog.over(child, Duration.ofMinutes(5));

        assertThat(child.waitFor()).isEqualTo(3);
        assertThat(watchdog.hasBitten()).isFalse();
    }

    private static Process shell(String script) throws IOException {
        return Children.start(new ProcessBuilder("bash", "-c", script));
    }
}
