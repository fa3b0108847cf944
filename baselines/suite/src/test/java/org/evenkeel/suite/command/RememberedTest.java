package org.evenkeel.suite.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.evenkeel.compare.samples.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

class RememberedTest {

    @TempDir
    Path folder;

    /** A command with options of its own. */
    @Command(name = "any")
    private static final class Any {
        @Mixin
        private MeasureOptions measure = new MeasureOptions();

        @Option(names = "--store")
        private Path store = Path.of("usual");

        @Option(names = "--no-leakcheck")
        private boolean noLeakcheck;

        @Option(names = "--event", split = ",")
        private List<String> events = new ArrayList<>(List.of("cpu"));
    }

    @Test
    void recall_ofResumeAndOutAlone_givesTheOptionsOfTheCommandAndOfTheMeasurement() {
        told("--path", "tiny", "--profile", "smoke", "--store", "mine", "--no-leakcheck", "--event", "alloc,lock");

        Any again = recalled();

        assertThat(again.store).isEqualTo(Path.of("mine").toAbsolutePath());
        assertThat(again.noLeakcheck).isTrue();
        assertThat(again.events).containsExactly("alloc", "lock");
        assertThat(again.measure.selection.paths()).containsExactly("tiny");
        assertThat(again.measure.profile()).isEqualTo("smoke");
    }

    @Test
    void recall_ofAnOptionThatIsSaidAgain_takesWhatIsSaid() {
        told("--path", "tiny", "--store", "mine");

        Any again = recalled("--store", "other", "--event", "wall");

        assertThat(again.store).isEqualTo(Path.of("other"));
        assertThat(again.events).containsExactly("wall");
        assertThat(again.measure.selection.paths()).containsExactly("tiny");
    }

    @Test
    void copy_withoutSomeOptions_recallsTheOthers() throws IOException {
        told("--path", "tiny", "--store", "mine", "--no-leakcheck");
        Path copy = Files.createDirectory(folder.resolve("copy"));

        Remembered.copy(folder, copy, Set.of("--no-leakcheck"));

        Any again = parsed("--resume", "--out", copy.toString());
        again.measure.recall();
        assertThat(again.store).isEqualTo(Path.of("mine").toAbsolutePath());
        assertThat(again.noLeakcheck).isFalse();
        assertThat(again.measure.selection.paths()).containsExactly("tiny");
    }

    @Test
    void recall_ofARunThatWasToldNothing_leavesTheDefaults() {
        told("--path", "tiny");

        Any again = recalled();

        assertThat(again.store).isEqualTo(Path.of("usual"));
        assertThat(again.noLeakcheck).isFalse();
        assertThat(again.events).containsExactly("cpu");
    }

    @Test
    void recall_ofAnOptionThatWasGivenTwice_givesEachValueOnce() {
        told("--path", "tiny", "--path", "small", "--event", "alloc", "--event", "lock");

        Any again = recalled("--form", "single", "--form", "batch");

        assertThat(again.measure.selection.paths()).containsExactly("tiny", "small");
        assertThat(again.measure.selection.forms()).containsExactly(Form.SINGLE, Form.BATCH);
        assertThat(again.events).containsExactly("alloc", "lock");
    }

    private void told(String... arguments) {
        parsed(arguments).measure.remember(folder);
    }

    private Any recalled(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--resume", "--out", folder.toString()));
        arguments.addAll(List.of(more));
        Any again = parsed(arguments.toArray(String[]::new));
        again.measure.recall();
        return again;
    }

    private static Any parsed(String... arguments) {
        Any command = new Any();
        new CommandLine(command).parseArgs(arguments);
        return command;
    }
}
