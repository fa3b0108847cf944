package org.evenkeel.compare.samples;

import java.util.List;
import java.util.stream.Collectors;

/** Which of a JVM's arguments its times depend on. */
public final class JvmFlags {

    private static final List<String> WITHOUT_EFFECT = List.of(
            "-Xlog",
            "-Xshare",
            "-XX:+HeapDump",
            "-XX:HeapDumpPath",
            "-XX:ErrorFile",
            "-XX:+Unlock",
            "-XX:CompileCommandFile",
            "-XX:+ShowCodeDetails");

    private JvmFlags() {}

    /**
     * The arguments that matter, sorted, on one line: heap, collector, compiler, assertions, agents, and system properties. Class paths
     * and where logs go are left out, properties that name a place, a moment or one thing of many too, and agents lose their folder, because
     * they differ between two checkouts of one commit.
     */
    public static String thatMatter(List<String> arguments) {
        return arguments.stream()
                .filter(JvmFlags::matters)
                .map(JvmFlags::withoutFolder)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static boolean matters(String argument) {
        if (PropertyFlag.is(argument)) {
            return PropertyFlag.matters(argument);
        }
        boolean known = argument.startsWith("-X")
                || argument.startsWith("-ea")
                || argument.startsWith("-javaagent:")
                || argument.startsWith("-agent")
                || argument.equals("--enable-preview");
        return known && WITHOUT_EFFECT.stream().noneMatch(argument::startsWith);
    }

    private static String withoutFolder(String argument) {
        if (!argument.startsWith("-javaagent:") && !argument.startsWith("-agent")) {
            return argument;
        }
        int colon = argument.indexOf(':');
        String file = argument.substring(colon + 1).replaceAll("=.*", "");
        return argument.substring(0, colon + 1)
                + file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }
}
