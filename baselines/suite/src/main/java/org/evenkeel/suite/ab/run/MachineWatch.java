package org.evenkeel.suite.ab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.kernel.MachineUse;

/**
 * Notices what makes a block worthless: others that use the machine (a hypervisor's steal included), a processor that was
 * throttled for heat, and a frequency limit or governor that changed. What the system does not tell is not watched.
 */
final class MachineWatch {

    private final Path proc;
    private final Path processors;
    private final double mostOfOthers;
    private Optional<MachineUse> use = Optional.empty();
    private long throttled;
    private String limits = "";

    /**
     * A watch.
     *
     * @param root of the file system, {@code /} but in tests
     * @param mostOfOthers share of the machine that others may use
     */
    MachineWatch(Path root, double mostOfOthers) {
        this.proc = root.resolve("proc");
        this.processors = root.resolve("sys/devices/system/cpu");
        this.mostOfOthers = mostOfOthers;
    }

    /** A block begins. */
    void start() {
        use = MachineUse.read(proc);
        throttled = throttleEvents();
        limits = frequencyLimits();
    }

    /** The share of the machine that others used since the start; 0 where it is not known. */
    double others() {
        Optional<MachineUse> now = MachineUse.read(proc);
        return use.isPresent() && now.isPresent() ? now.get().othersSince(use.get()) : 0;
    }

    /** What disturbed the block that was started last; empty when nothing did. */
    Optional<String> disturbance(double others) {
        if (others > mostOfOthers) {
            return Optional.of(String.format(Locale.ROOT, "something else used %.0f %% of the machine", 100 * others));
        }
        long events = throttleEvents() - throttled;
        if (events > 0) {
            return Optional.of("the processor was throttled for heat " + events + " times");
        }
        return limits.equals(frequencyLimits())
                ? Optional.empty()
                : Optional.of("the processor's frequency limit or governor changed");
    }

    private long throttleEvents() {
        return files("thermal_throttle/core_throttle_count")
                .mapToLong(text -> text.matches("\\d{1,18}") ? Long.parseLong(text) : 0)
                .sum();
    }

    private String frequencyLimits() {
        return String.join(
                " ",
                Stream.concat(files("cpufreq/scaling_max_freq"), files("cpufreq/scaling_governor"))
                        .toList());
    }

    /** The content of one file of each processor, as far as it can be read. */
    private Stream<String> files(String name) {
        try (Stream<Path> folders = Files.list(processors)) {
            return folders
                    .filter(folder -> folder.getFileName().toString().matches("cpu\\d+"))
                    .map(folder -> folder.resolve(name))
                    .filter(Files::isReadable)
                    .sorted()
                    .map(MachineWatch::content)
                    .toList()
                    .stream();
        } catch (IOException notTold) {
            return Stream.empty();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException notTold) {
            return "";
        }
    }
}
