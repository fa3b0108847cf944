package org.evenkeel.suite.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
     * @throws org.evenkeel.kernel.BadInputException when there is none
     */
    public Path executable() {
        return MeasureOptions.java(home);
    }

    /** What the JVMs are given, in order. */
    public List<String> arguments() {
        return List.copyOf(arguments);
    }
}
