package org.evenkeel.leakcheck.run.live;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** A JVM of this machine, by its process id: attaches to it and has it open its management beans to this user. */
final class LocalJvm {

    private static final int LEAST_VERSION = 11;

    private LocalJvm() {}

    /**
     * The way to its management beans.
     *
     * @param say is told of a port that it opens
     * @throws LiveRefused when there is no such process, or it is none that can be watched
     */
    static ManagementPort port(long pid, Consumer<String> say) throws LiveRefused {
        ProcessHandle process = ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .orElseThrow(() -> new LiveRefused("there is no process " + pid + "; jps lists the JVMs of this user"));
        requireSameUser(pid, process);
        requireJvm(pid, process);
        try {
            VirtualMachine jvm = VirtualMachine.attach(Long.toString(pid));
            try {
                requireVersion(
                        pid, String.valueOf(jvm.getSystemProperties().getProperty("java.specification.version")));
                return ManagementPort.of(jvm, pid, say);
            } finally {
                jvm.detach();
            }
        } catch (AttachNotSupportedException | IOException e) {
            throw new LiveRefused("JVM " + pid + " cannot be attached to (" + e.getMessage()
                    + "); run this as the user of that process, or start it with -Dcom.sun.management.jmxremote.port=PORT"
                    + " and give host:port");
        }
    }

    /** Refuses a Java that is too old. */
    static void requireVersion(Object which, String specification) throws LiveRefused {
        String digits = specification.startsWith("1.") ? specification.substring(2) : specification;
        if (!digits.chars().allMatch(Character::isDigit) || Integer.parseInt(digits) < LEAST_VERSION) {
            throw new LiveRefused(
                    "JVM " + which + " runs Java " + specification + "; expected Java " + LEAST_VERSION + " or newer");
        }
    }

    private static void requireSameUser(long pid, ProcessHandle process) throws LiveRefused {
        Optional<String> theirs = process.info().user();
        Optional<String> mine = ProcessHandle.current().info().user();
        if (theirs.isPresent()
                && mine.isPresent()
                && !theirs.equals(mine)
                && !mine.get().equals("root")) {
            throw new LiveRefused("process " + pid + " belongs to user " + theirs.get() + ", and this is user "
                    + mine.get() + "; run this as " + theirs.get());
        }
    }

    /** Attaching begins with a signal, which would end a process that is no JVM. */
    private static void requireJvm(long pid, ProcessHandle process) throws LiveRefused {
        Path folder = Path.of("/proc", Long.toString(pid));
        String maps;
        String[] arguments;
        try {
            maps = Files.readString(folder.resolve("maps"), StandardCharsets.ISO_8859_1);
            arguments = Files.readString(folder.resolve("cmdline"), StandardCharsets.ISO_8859_1)
                    .split("\0", -1);
        } catch (IOException e) {
            // No such list on this system, or no right to read it; attaching tells.
            return;
        }
        if (!maps.contains("libjvm.")) {
            throw new LiveRefused("process " + pid + " ("
                    + process.info().command().orElse("?") + ") is not a JVM; jps lists the JVMs of this user");
        }
        if (Arrays.asList(arguments).contains("-XX:+DisableAttachMechanism")) {
            throw new LiveRefused(
                    "JVM " + pid + " was started with -XX:+DisableAttachMechanism; start it without, or with"
                            + " -Dcom.sun.management.jmxremote.port=PORT and give host:port");
        }
    }
}
