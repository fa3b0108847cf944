package org.evenkeel.suite.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.kernel.BadInputException;
import picocli.CommandLine.Option;

/** Which JVM runs the code that a command looks at, and with which arguments. */
public final class JvmOptions {

    @Option(
            names = "--java",
            paramLabel = "HOME",
            description = "JDK of the JVMs that the code runs in. Default: the one this command runs on.")
    private Path home = own();

    @Option(names = "--jvm-arg", paramLabel = "ARG", description = "Argument for each of these JVMs; may be repeated.")
    private List<String> arguments = new ArrayList<>();

    private static Path own() {
        return Path.of(System.getProperty("java.home"));
    }

    /** The home of the JDK. */
    public Path home() {
        return home;
    }

    /** Whether it is the one that this command runs on. */
    public boolean isOwn() {
        return home.equals(own());
    }

    /**
     * Its executable.
     *
     * @throws BadInputException when there is none
     */
    public Path executable() {
        for (String name : List.of("java", "java.exe")) {
            Path java = home.resolve("bin").resolve(name);
            if (Files.isExecutable(java)) {
                return java;
            }
        }
        throw new BadInputException("--java " + home + ": expected the home of a JDK, found no bin/java in it");
    }

    /** What the JVMs are given, in order. */
    public List<String> arguments() {
        return List.copyOf(arguments);
    }
}
