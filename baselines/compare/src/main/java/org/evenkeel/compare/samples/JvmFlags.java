package org.evenkeel.compare.samples;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which of a JVM's arguments its times depend on. */
public final class JvmFlags {

    private static final List<String> WITHOUT_EFFECT = List.of(
            "-Djmh.",
            "-Xlog",
            "-Xshare",
            "-XX:+HeapDump",
            "-XX:HeapDumpPath",
            "-XX:ErrorFile",
            "-XX:+Unlock",
            "-XX:CompileCommandFile",
            "-XX:+ShowCodeDetails");

    /** Properties that the JVM and its libraries read: how many threads a pool has, which transport, which provider. */
    private static final Pattern OF_THE_JVM = Pattern.compile("-D(java|javax|jdk|sun|com\\.sun)\\..*");

    /** Where something is, who watches it, and what our own tools and JMH tell each other. */
    private static final Pattern PROPERTY_WITHOUT_EFFECT = Pattern.compile(
            "-D(evenkeel|jmh|user|maven|surefire|com\\.sun\\.management|java\\.(io\\.tmpdir|class\\.path|library\\.path|home|rmi\\.server\\.hostname)"
                    + "|sun\\.(boot|java\\.command)).*|-D[^=]*(version|build|revision|commit|port|seed|timestamp)(=.*)?");

    /** A number, with a unit perhaps, or yes or no: what a setting looks like, and a name or a place does not. */
    private static final Pattern SETTING =
            Pattern.compile("-D[^=]+(=(|true|false|-?[0-9]+([.][0-9]+)?[a-zA-Z%]{0,3}))?");

    private JvmFlags() {}

    /**
     * The arguments that matter, sorted, on one line: heap, collector, compiler, assertions, agents, and system properties that look like
     * a setting. Class paths and where logs go are left out, properties that name a place too, and agents lose their folder, because they
     * differ between two checkouts of one commit.
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
        if (argument.startsWith("-D")) {
            return !PROPERTY_WITHOUT_EFFECT.matcher(argument).matches()
                    && argument.indexOf('/') < 0
                    && argument.indexOf('\\') < 0
                    && (OF_THE_JVM.matcher(argument).matches()
                            || SETTING.matcher(argument).matches());
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
