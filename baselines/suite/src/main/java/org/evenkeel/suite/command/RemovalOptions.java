package org.evenkeel.suite.command;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which benchmarks and hot paths of the base may be missing of the code as it is now. */
public final class RemovalOptions {

    @Option(
            names = "--accept-removed",
            paramLabel = "REGEX",
            description = "What only the base has and may be gone; anything else that is leaves the run open.")
    private @Nullable String regex;

    /**
     * Whether something may go, by its name; where nobody said so, nothing may.
     *
     * @throws org.evenkeel.kernel.BadInputException when it is no regular expression
     */
    public Predicate<String> accepted() {
        return regex == null
                ? name -> false
                : AskedFor.compiled("--accept-removed", regex).asPredicate();
    }
}
