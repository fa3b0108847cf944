package org.evenkeel.compare.stored;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What can be read about a machine: processors, memory, kernel, container limits, frequency control.
 *
 * @param root where the machine's file system begins; another folder in tests
 */
record MachineFacts(Path root) {

    private static final double BYTES_PER_GIB = 1L << 30;
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+");

    /** Adds facts that times depend on. */
    void addIdentity(Map<String, String> facts) {
        facts.put("cpu.architecture", System.getProperty("os.arch", "unknown"));
        facts.put("cpu.count", Integer.toString(Runtime.getRuntime().availableProcessors()));
        cpuModel().ifPresent(model -> facts.put("cpu.model", model));
        memoryBytes().ifPresent(bytes -> facts.put("memory", Math.round(bytes / BYTES_PER_GIB) + " GiB"));
        facts.put("os", System.getProperty("os.name", "unknown"));
        facts.put("kernel", majorMinor(System.getProperty("os.version", "unknown")));
        cpuLimit().ifPresent(limit -> facts.put("container.cpus", limit));
        memoryLimit().ifPresent(limit -> facts.put("container.memory", limit));
        line("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor")
                .ifPresent(governor -> facts.put("cpu.governor", governor));
        boost().ifPresent(boost -> facts.put("cpu.boost", boost));
    }

    /** Adds facts that are worth knowing. */
    void addContext(Map<String, String> facts) {
        facts.put("kernel.release", System.getProperty("os.version", "unknown"));
    }

    private Optional<String> cpuModel() {
        return lines("proc/cpuinfo")
                .filter(line -> line.startsWith("model name") || line.startsWith("Model"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip().replaceAll("\\s+", " "))
                .findFirst();
    }

    private Optional<Long> memoryBytes() {
        return lines("proc/meminfo")
                .filter(line -> line.startsWith("MemTotal:"))
                .map(line -> line.replaceAll("\\D", ""))
                .filter(digits -> !digits.isEmpty())
                .map(digits -> Long.parseLong(digits) * 1024)
                .findFirst();
    }

    /** The limit on processor time, version 2 of control groups or version 1. */
    private Optional<String> cpuLimit() {
        Optional<String> two = line("sys/fs/cgroup/cpu.max").filter(line -> !line.startsWith("max"));
        if (two.isPresent()) {
            String[] parts = two.get().split(" ", -1);
            return parts.length == 2 ? share(parts[0], parts[1]) : Optional.empty();
        }
        return line("sys/fs/cgroup/cpu/cpu.cfs_quota_us")
                .filter(quota -> !quota.startsWith("-"))
                .flatMap(quota -> line("sys/fs/cgroup/cpu/cpu.cfs_period_us").flatMap(period -> share(quota, period)));
    }

    private Optional<String> memoryLimit() {
        return line("sys/fs/cgroup/memory.max")
                .or(() -> line("sys/fs/cgroup/memory/memory.limit_in_bytes"))
                // Version 1 says "no limit" with a number near 2^63.
                .filter(limit -> limit.matches("\\d{1,15}"))
                .map(limit -> Math.round(Long.parseLong(limit) / BYTES_PER_GIB * 10) / 10.0 + " GiB");
    }

    private Optional<String> boost() {
        return line("sys/devices/system/cpu/cpufreq/boost")
                .map(on -> on.equals("1") ? "on" : "off")
                .or(() -> line("sys/devices/system/cpu/intel_pstate/no_turbo")
                        .map(off -> off.equals("0") ? "on" : "off"));
    }

    private static Optional<String> share(String quota, String period) {
        if (!quota.matches("\\d{1,15}") || !period.matches("[1-9]\\d{0,14}")) {
            return Optional.empty();
        }
        return Optional.of(Double.toString(Math.round(100.0 * Long.parseLong(quota) / Long.parseLong(period)) / 100.0));
    }

    private static String majorMinor(String release) {
        Matcher version = VERSION.matcher(release);
        return version.find() ? version.group() : release;
    }

    private Optional<String> line(String path) {
        return lines(path).findFirst().map(String::strip).filter(line -> !line.isEmpty());
    }

    private Stream<String> lines(String path) {
        try {
            return Files.readAllLines(root.resolve(path)).stream();
        } catch (IOException | java.io.UncheckedIOException e) {
            // Not this system, or not for this user: one fact less.
            return List.<String>of().stream();
        }
    }
}
