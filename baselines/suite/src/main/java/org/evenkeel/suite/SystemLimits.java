package org.evenkeel.suite;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** What this system does not tell, said once in front of a command that would look at it. */
final class SystemLimits {

    /** Commands that look at the machine while they run; the others read files only. */
    private static final Set<String> LOOKING =
            Set.of("ab", "bench", "bisect", "check", "leakcheck", "load", "nightly", "profile", "why");

    private SystemLimits() {}

    /**
     * Says that there is no {@code /proc}, where there is none and the command would read it.
     *
     * @param proc {@code /proc}, but in tests
     */
    static void say(String[] args, Path proc, PrintStream err) {
        if (args.length == 0 || !LOOKING.contains(args[0]) || Files.isReadable(proc.resolve("self/stat"))) {
            return;
        }
        for (String arg : args) {
            if (arg.equals("--help") || arg.equals("-h") || arg.equals("--version") || arg.equals("-V")) {
                return;
            }
        }
        err.println(args[0] + ": this system has no " + proc
                + ", so other work on the machine and resident memory are not seen; everything else goes on without."
                + " Keep the machine quiet meanwhile.");
    }
}
