package org.evenkeel.suite.shards.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The host that a shard runs on.
 *
 * @param name for people
 * @param id the same for all that share the host's processors: containers have names of their own, and one kernel
 */
public record ShardHost(String name, String id) {

    /** Says that this is another host although it has the same kernel: for nodes that a test simulates on one machine. */
    static final String SIMULATED = "EVENKEEL_HOST";

    private static final Path BOOT_ID = Path.of("proc/sys/kernel/random/boot_id");

    /** The host of this process. */
    public static ShardHost here(Map<String, String> variables) {
        return of(variables, Path.of("/"), hostName());
    }

    static ShardHost of(Map<String, String> variables, Path root, String hostName) {
        String simulated = variables.getOrDefault(SIMULATED, "").strip();
        if (!simulated.isEmpty()) {
            return new ShardHost(simulated, "simulated:" + simulated);
        }
        try {
            String boot = Files.readString(root.resolve(BOOT_ID)).strip();
            return new ShardHost(hostName, boot.isEmpty() ? hostName : boot);
        } catch (IOException anotherSystem) {
            return new ShardHost(hostName, hostName);
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException withoutName) {
            return "localhost";
        }
    }
}
