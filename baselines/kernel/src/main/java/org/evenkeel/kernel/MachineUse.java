package org.evenkeel.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How much processor time the machine has spent so far, in ticks of the kernel.
 *
 * @param allTicks of all processors, idle or not
 * @param busyTicks not idle, time that a hypervisor took away included
 * @param ownTicks of the processes asked for, and of all their children that have ended
 */
public record MachineUse(long allTicks, long busyTicks, long ownTicks) {

    /** Words of {@code /proc/stat}: the label, then user, nice, system, idle, iowait, irq, softirq, steal. */
    private static final int IDLE = 4;

    private static final int IOWAIT = 5;
    private static final int STEAL = 8;

    /** Words of {@code /proc/self/stat} behind the name in brackets: utime, stime, cutime and cstime. */
    private static final int UTIME = 11;

    private static final int CSTIME = 14;

    /** What a {@code /proc} says, this process being our own; empty on systems without one. */
    public static Optional<MachineUse> read(Path proc) {
        return read(proc, List.of("self"));
    }

    /** The same where more processes, by their numbers or "self", are our own; empty also where one of them is gone. */
    public static Optional<MachineUse> read(Path proc, List<String> own) {
        try {
            String[] all =
                    Files.readAllLines(proc.resolve("stat")).get(0).trim().split(" +", -1);
            long total = 0;
            for (int word = 1; word <= STEAL; word++) {
                total += Long.parseLong(all[word]);
            }
            long used = 0;
            for (String process : own) {
                used += used(Files.readString(proc.resolve(process).resolve("stat")));
            }
            long idle = Long.parseLong(all[IDLE]) + Long.parseLong(all[IOWAIT]);
            return Optional.of(new MachineUse(total, total - idle, used));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static long used(String stat) {
        String[] words = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" +", -1);
        long used = 0;
        for (int word = UTIME; word <= CSTIME; word++) {
            used += Long.parseLong(words[word]);
        }
        return used;
    }

    /** The share of the machine's time that others took since {@code earlier}, from 0 to 1. */
    public double othersSince(MachineUse earlier) {
        long all = allTicks - earlier.allTicks;
        long others = busyTicks - earlier.busyTicks - (ownTicks - earlier.ownTicks);
        return all <= 0 ? 0 : Math.max(0, Math.min(1, (double) others / all));
    }

    /**
     * Processors that this process and its children kept busy since {@code earlier}, on average.
     *
     * @param processors of the machine
     */
    public double ownCoresSince(MachineUse earlier, int processors) {
        long all = allTicks - earlier.allTicks;
        return all <= 0 ? 0 : (double) (ownTicks - earlier.ownTicks) / all * processors;
    }
}
