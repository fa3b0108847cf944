package org.evenkeel.suite.load.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/** The log of all intervals in HdrHistogram's own format, a tag for each task; under its name once it is whole. */
final class Histograms implements AutoCloseable {

    private static final double MILLIS = 1e6;

    private final Path file;
    private final Path temporary;
    private final PrintStream out;
    private final HistogramLogWriter writer;
    private boolean isBegun;

    Histograms(Path file) throws IOException {
        this.file = file;
        temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
        out = new PrintStream(
                new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16), false, StandardCharsets.UTF_8);
        writer = new HistogramLogWriter(out);
    }

    void begin(Instant started) {
        isBegun = true;
        long startMillis = started.toEpochMilli();
        writer.outputComment("[Evenkeel load; times in nanoseconds, maxima in milliseconds]");
        writer.outputLogFormatVersion();
        writer.outputStartTime(startMillis);
        writer.outputLegend();
    }

    void add(String tag, Histogram interval, double endSeconds, double lengthSeconds) {
        interval.setTag(tag);
        writer.outputIntervalHistogram(endSeconds - lengthSeconds, endSeconds, interval, MILLIS);
    }

    @Override
    public void close() throws IOException {
        out.close();
        if (!isBegun) {
            Files.deleteIfExists(temporary);
            return;
        }
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
