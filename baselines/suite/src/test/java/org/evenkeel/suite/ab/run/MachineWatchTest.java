package org.evenkeel.suite.ab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineWatchTest {

    @TempDir
    Path root;

    @Test
    void disturbance_nothingReadable_isNone() {
        MachineWatch watch = new MachineWatch(root, 0.1);

        watch.start();

        assertThat(watch.disturbance(watch.others())).isEmpty();
    }

    @Test
    void disturbance_othersAboveTheLimit_isSaidWithTheirShare() {
        MachineWatch watch = new MachineWatch(root, 0.1);

        watch.start();

        assertThat(watch.disturbance(0.25)).contains("something else used 25 % of the machine");
    }

    @Test
    void disturbance_throttledForHeat_isCounted() throws IOException {
        write("thermal_throttle/core_throttle_count", "3");
        MachineWatch watch = new MachineWatch(root, 0.1);
        watch.start();

        write("thermal_throttle/core_throttle_count", "5");

        assertThat(watch.disturbance(0)).contains("the processor was throttled for heat 2 times");
    }

    @Test
    void disturbance_anotherGovernor_isNoticed() throws IOException {
        write("cpufreq/scaling_governor", "performance");
        MachineWatch watch = new MachineWatch(root, 0.1);
        watch.start();

        write("cpufreq/scaling_governor", "powersave");

        assertThat(watch.disturbance(0)).contains("the processor's frequency limit or governor changed");
    }

    private void write(String name, String content) throws IOException {
        Path file = root.resolve("sys/devices/system/cpu/cpu0").resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, content + "\n");
    }
}
