package org.evenkeel.suite.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Arguments of measured JVMs, as JMH's command line takes them. */
public final class ForkArguments {

    private ForkArguments() {}

    /**
     * The words to add to JMH's command line; none when there is nothing to say.
     *
     * @param jvmArguments for every fork
     * @param faults what is planted beside the path's name, as it is written after the question mark; empty for nothing
     */
    public static List<String> of(List<String> jvmArguments, String faults) {
        List<String> arguments = new ArrayList<>(jvmArguments);
        if (!faults.isEmpty()) {
            arguments.add("-Devenkeel.faults=" + faults);
        }
        return arguments.isEmpty()
                ? List.of()
                : List.of(
                        "-jvmArgsAppend",
                        arguments.stream()
                                .map(argument -> argument.contains(" ") ? '"' + argument + '"' : argument)
                                .collect(Collectors.joining(" ")));
    }
}
