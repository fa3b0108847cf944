package org.evenkeel.compare.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.compare.samples.Environment;
import org.evenkeel.kernel.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentsTest {

    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    @Test
    void capture_twice_isTheSameIdentity() {
        Environment first = Environments.capture(JAVA_HOME, List.of("-Xmx256m"), Optional.of("1.37"));
        Environment second =
                Environments.capture(JAVA_HOME, List.of("-Xmx256m", "-Devenkeel.path=documents"), Optional.of("1.37"));

        assertThat(second.identity()).isEqualTo(first.identity());
        assertThat(first.identity())
                .containsEntry("jvm.version", System.getProperty("java.vm.version"))
                .containsEntry("jvm.vendor", System.getProperty("java.vendor"))
                .containsEntry("jvm.heap.most", "256 MiB")
                .containsEntry("jmh.version", "1.37");
    }

    @Test
    void capture_anotherCollector_isAnotherEnvironment() {
        Environment serial = Environments.capture(JAVA_HOME, List.of("-XX:+UseSerialGC"), Optional.empty());
        Environment parallel = Environments.capture(JAVA_HOME, List.of("-XX:+UseParallelGC"), Optional.empty());

        assertThat(serial.identity()).containsEntry("jvm.collector", "Serial");
        assertThat(serial.differencesTo(parallel)).containsOnlyKeys("jvm.collector", "jvm.flags");
    }

    @Test
    void capture_flagThatTheJvmRefuses_saysSo() {
        assertThatThrownBy(() -> Environments.capture(JAVA_HOME, List.of("-XX:+NoSuchFlag"), Optional.empty()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("does not start with the flags [-XX:+NoSuchFlag]");
    }

    @Test
    void capture_folderThatIsNoJdk_saysSo(@TempDir Path folder) {
        assertThatThrownBy(() -> Environments.capture(folder, List.of(), Optional.empty()))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("cannot be asked what it is");
    }

    @Test
    void machine_insideAContainer_hasItsLimits(@TempDir Path root) throws IOException {
        write(root, "proc/cpuinfo", "processor : 0\nmodel name\t: Fancy(R)  CPU @ 2.00GHz\n");
        write(root, "proc/meminfo", "MemTotal:       24675432 kB\n");
        write(root, "sys/fs/cgroup/cpu.max", "150000 100000\n");
        write(root, "sys/fs/cgroup/memory.max", "1610612736\n");
        write(root, "sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "performance\n");
        write(root, "sys/devices/system/cpu/intel_pstate/no_turbo", "1\n");

        assertThat(identity(root))
                .containsEntry("cpu.model", "Fancy(R) CPU @ 2.00GHz")
                .containsEntry("memory", "24 GiB")
                .containsEntry("container.cpus", "1.5")
                .containsEntry("container.memory", "1.5 GiB")
                .containsEntry("cpu.governor", "performance")
                .containsEntry("cpu.boost", "off");
    }

    @Test
    void machine_withoutLimits_saysNothingOfThem(@TempDir Path root) throws IOException {
        write(root, "sys/fs/cgroup/cpu.max", "max 100000\n");
        write(root, "sys/fs/cgroup/memory.max", "max\n");

        assertThat(identity(root)).doesNotContainKeys("container.cpus", "container.memory", "cpu.model", "cpu.boost");
    }

    @Test
    void machine_withControlGroupsOfVersionOne_hasItsLimits(@TempDir Path root) throws IOException {
        write(root, "sys/fs/cgroup/cpu/cpu.cfs_quota_us", "50000\n");
        write(root, "sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
        write(root, "sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");

        assertThat(identity(root)).containsEntry("container.cpus", "0.5").doesNotContainKey("container.memory");
    }

    private static Map<String, String> identity(Path root) {
        Map<String, String> facts = new TreeMap<>();
        new MachineFacts(root).addIdentity(facts);
        return facts;
    }

    private static void write(Path root, String file, String content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, content);
    }
}
