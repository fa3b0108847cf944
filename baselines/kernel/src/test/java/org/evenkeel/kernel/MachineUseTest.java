package org.evenkeel.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineUseTest {

    @TempDir
    Path proc;

    @Test
    void othersSince_halfOfTheMachineBusy_leavesOutWhatThisProcessAndItsChildrenUsed() throws IOException {
        MachineUse before =
                proc("cpu  100 0 100 800 0 0 0 0 0 0", "42 (java (x) y) S 1 2 3 4 5 6 7 8 9 10 10 20 30 40 20 0");
        MachineUse after =
                proc("cpu  400 0 200 1200 100 0 0 100 0 0", "42 (java (x) y) S 1 2 3 4 5 6 7 8 9 10 20 30 130 90 20 0");

        // 1,000 ticks in all, 500 of them busy (100 stolen), 170 of those ours.
        assertThat(after.othersSince(before)).isCloseTo(0.33, within(1e-9));
    }

    @Test
    void othersSince_theSameInstant_isNothing() throws IOException {
        MachineUse now = proc("cpu  100 0 100 800 0 0 0 0", "42 (java) S 1 2 3 4 5 6 7 8 9 10 10 20 30 40");

        assertThat(now.othersSince(now)).isZero();
    }

    @Test
    void read_moreProcesses_addsWhatEachUsed() throws IOException {
        proc("cpu  100 0 100 800 0 0 0 0", "42 (java) S 1 2 3 4 5 6 7 8 9 10 10 20 30 40");
        Files.createDirectories(proc.resolve("43"));
        Files.writeString(proc.resolve("43/stat"), "43 (a) b) S 1 2 3 4 5 6 7 8 9 10 1 2 3 4\n");

        assertThat(MachineUse.read(proc, List.of("self", "43")).orElseThrow().ownTicks())
                .isEqualTo(110);
        assertThat(MachineUse.read(proc, List.of("self", "44"))).isEmpty();
    }

    @Test
    void read_withoutProc_isEmpty() {
        assertThat(MachineUse.read(proc.resolve("nowhere"))).isEmpty();
    }

    @Test
    void read_damagedFile_isEmpty() throws IOException {
        Files.createDirectories(proc.resolve("self"));
        Files.writeString(proc.resolve("stat"), "cpu  1 2\n");
        Files.writeString(proc.resolve("self/stat"), "42");

        assertThat(MachineUse.read(proc)).isEmpty();
    }

    private MachineUse proc(String stat, String self) throws IOException {
        Files.createDirectories(proc.resolve("self"));
        Files.writeString(proc.resolve("stat"), stat + "\ncpu0 1 2 3\n");
        Files.writeString(proc.resolve("self/stat"), self + "\n");
        return MachineUse.read(proc).orElseThrow();
    }
}
