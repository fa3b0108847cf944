package org.evenkeel.suite.baseline;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.ExitStatus;
import org.evenkeel.suite.command.CheckRun;
import org.evenkeel.suite.run.RunFolder;

/** What speaks against a session as a baseline, by what its run left in its folder: how it ended, and who else used the machine. */
final class RunDoubts {

    private static final String COMPARISON = "comparison.json";

    private RunDoubts() {}

    /** The first of them in words; empty for a sound run, and for results that no run of ours has left. */
    static Optional<String> of(Path run) {
        OptionalInt status = status(run.resolve(COMPARISON));
        if (status.isPresent() && status.getAsInt() == ExitStatus.WRONG.code()) {
            return Optional.of("its run found something wrong (" + COMPARISON + " has what)");
        }
        OptionalDouble others = RunFolder.mostOfOthers(run);
        if (others.orElse(0) > CheckRun.MOST_OF_OTHERS) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "something else used %.0f %% of the machine while it was measured, so its times say nothing",
                    100 * others.orElseThrow()));
        }
        return status.isPresent() && status.getAsInt() == ExitStatus.UNDECIDED.code()
                ? Optional.of("its run could not decide everything (" + COMPARISON + " has what)")
                : Optional.empty();
    }

    private static OptionalInt status(Path comparison) {
        if (!Files.isRegularFile(comparison)) {
            return OptionalInt.empty();
        }
        try (JsonParser json = new JsonFactory().createParser(comparison.toFile())) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME
                        && json.getParsingContext().getParent().inRoot()
                        && json.currentName().equals("exitStatus")
                        && json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
                    return OptionalInt.of(json.getIntValue());
                }
            }
            return OptionalInt.empty();
        } catch (IOException e) {
            throw new BadInputException(comparison + " cannot be read: " + AtomicFiles.reason(e), e);
        }
    }
}
