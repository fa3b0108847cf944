package org.evenkeel.suite.load.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.compare.report.TextTable;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.load.plan.LoadMetric;
import org.evenkeel.suite.load.plan.Numbers;
import org.evenkeel.suite.load.plan.Phase;
import org.evenkeel.suite.load.plan.Presets;
import org.evenkeel.suite.load.plan.Scenario;

/** Scenarios as somebody finds them: the list of presets, and the text of a preset or a file. */
final class ScenarioTexts {

    private ScenarioTexts() {}

    /**
     * The YAML of a preset or a file.
     *
     * @throws BadInputException when there is neither, or the file cannot be read
     */
    static String of(String name) throws IOException {
        Optional<String> preset = Presets.text(name);
        if (preset.isPresent()) {
            return preset.get();
        }
        Path file = Path.of(name);
        if (!Files.exists(file)) {
            throw new BadInputException("there is no preset and no file \"" + name + "\"; presets are "
                    + String.join(", ", Presets.NAMES) + ", and a file is YAML (--show smoke prints one)");
        }
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(name + ": expected a YAML file, found a folder or a device");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new BadInputException(name + " cannot be read: " + AtomicFiles.reason(e), e);
        }
    }

    /** A table of the presets, and the metrics that objectives may name. */
    static String list() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("scenario", "takes", "largest", "objectives", "what it is"));
        for (Scenario preset : Presets.all()) {
            double largest = preset.phases().stream()
                    .mapToDouble(phase -> phase.arrivals().users())
                    .max()
                    .orElse(0);
            double fastest = preset.phases().stream()
                    .mapToDouble(phase -> phase.arrivals() instanceof Phase.Open open ? open.perSecond() : 0)
                    .max()
                    .orElse(0);
            rows.add(List.of(
                    preset.name(),
                    duration(preset.expected()),
                    fastest > 0 ? Numbers.plain(fastest) + "/s" : Numbers.plain(largest) + " users",
                    Integer.toString(preset.objectives().size()),
                    preset.description()));
        }
        return TextTable.render(rows, 1, 2, 3) + "\nMetrics of objectives: " + String.join(", ", LoadMetric.WRITTEN)
                + "\n";
    }

    /** A time as people say it, such as {@code 2 min 10 s}. */
    static String duration(Duration time) {
        long seconds = time.toSeconds();
        return seconds >= 3600
                ? seconds / 3600 + " h " + seconds % 3600 / 60 + " min"
                : seconds >= 60 ? seconds / 60 + " min " + seconds % 60 + " s" : seconds + " s";
    }
}
