package org.evenkeel.suite.noise;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.compare.JmhText;
import org.evenkeel.suite.nightly.samples.CsvHistoryReader;
import org.evenkeel.suite.nightly.samples.History;
import org.evenkeel.suite.nightly.samples.Life;
import org.evenkeel.suite.nightly.samples.Night;

/**
 * Writes the nights of a CSV file, {@code run,date_epoch_ms,commit,benchmark,ns_per_op}, as files of JMH with one fork of one iteration, those of a
 * commit in a folder of its own: {@code NightFiles runs.csv FOLDER}.
 */
final class NightFiles {

    private NightFiles() {}

    /** Takes the file and the folder. */
    public static void main(String[] args) throws IOException {
        History history;
        try (BufferedReader in = Files.newBufferedReader(Path.of(args[0]))) {
            history = CsvHistoryReader.read(in, args[0]);
        }
        List<Night> nights = history.nights();
        for (int i = 0; i < nights.size(); i++) {
            JmhText text = new JmhText();
            for (Life life : history.lives()) {
                for (Life.Point point : life.points()) {
                    if (point.night() == i) {
                        text.add(life.identity().benchmark(), "avgt", "ns/op", point.value());
                    }
                }
            }
            Path folder = Files.createDirectories(
                    Path.of(args[1]).resolve(nights.get(i).commit()));
            Files.writeString(
                    folder.resolve(nights.get(i).run() + ".json"), text.untold().text());
        }
    }
}
