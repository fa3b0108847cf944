package org.evenkeel.suite.shards.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Shard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostLockTest {

    private static final ShardHost HOST = new ShardHost("node1", "boot-1");

    @TempDir
    Path folder;

    @Test
    void lock_ofAnotherShardOfTheRun_isRefusedAndNamesItsHolder() throws IOException {
        try (HostLock held = HostLock.take(folder, "run 7", new Shard(0, 4), HOST)) {
            assertThat(held.channel().isOpen()).isTrue();
            assertThatThrownBy(() -> HostLock.take(folder, "run 7", new Shard(1, 4), HOST))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageStartingWith("--shard 1/4: this host (node1) is at work on shard 0/4, process ")
                    .hasMessageContaining("nothing was measured");
        }
        HostLock.take(folder, "run 7", new Shard(1, 4), HOST).close();
    }

    @Test
    void lock_ofAnotherRunOrHost_isFree() throws IOException {
        try (HostLock one = HostLock.take(folder, "run 7", new Shard(0, 4), HOST);
                HostLock two = HostLock.take(folder, "run 8", new Shard(0, 4), HOST);
                HostLock three = HostLock.take(folder, "run 7", new Shard(1, 4), new ShardHost("node2", "boot-2"))) {
            assertThat(one.channel().isOpen()
                            && two.channel().isOpen()
                            && three.channel().isOpen())
                    .isTrue();
        }
    }

    @Test
    void host_ofTwoContainers_isTheirKernel() throws IOException {
        Path boot = folder.resolve("proc/sys/kernel/random/boot_id");
        Files.createDirectories(boot.getParent());
        Files.writeString(boot, "0f3c\n");

        assertThat(ShardHost.of(Map.of(), folder, "pod-a").id())
                .isEqualTo(ShardHost.of(Map.of(), folder, "pod-b").id())
                .isEqualTo("0f3c");
        assertThat(ShardHost.of(Map.of("EVENKEEL_HOST", "n1"), folder, "pod-a").id())
                .isEqualTo("simulated:n1");
        assertThat(ShardHost.of(Map.of(), folder.resolve("nothing"), "pod-a").id())
                .isEqualTo("pod-a");
    }
}
