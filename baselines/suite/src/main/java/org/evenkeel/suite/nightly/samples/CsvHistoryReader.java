package org.evenkeel.suite.nightly.samples;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.compare.samples.Direction;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.kernel.BadInputException;

/** Reads {@code run,date_epoch_ms,commit,benchmark,ns_per_op}: one line for each benchmark of each run. */
public final class CsvHistoryReader {

    private static final String HEADER = "run,date_epoch_ms,commit,benchmark,ns_per_op";
    private static final Metric NANOS = new Metric(Metric.SCORE, "ns/op", MetricKind.TIME, Direction.SMALLER_IS_BETTER);

    private CsvHistoryReader() {}

    /** One line of the file. */
    private record Line(int number, int run, long epochMillis, String commit, String benchmark, double nanos) {}

    /**
     * Reads a whole file. The lines of a run need not stand together.
     *
     * @param source the file's name in messages
     */
    public static History read(BufferedReader in, String source) throws IOException {
        String header = in.readLine();
        if (header == null || !header.replace("\uFEFF", "").strip().equals(HEADER)) {
            throw new BadInputException(source + ":1: expected the header " + HEADER + ", found "
                    + (header == null ? "an empty file" : '"' + shortened(header) + '"'));
        }
        SortedMap<Integer, List<Line>> runs = new TreeMap<>();
        int number = 1;
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            number++;
            if (!text.isBlank()) {
                Line line = line(text, number, source);
                runs.computeIfAbsent(line.run(), run -> new ArrayList<>()).add(line);
            }
        }
        if (runs.isEmpty()) {
            throw new BadInputException(source + ": holds a header and no run; expected one line for each benchmark");
        }
        return history(runs, source);
    }

    private static History history(SortedMap<Integer, List<Line>> runs, String source) {
        History.Builder history = new History.Builder();
        runs.forEach((run, lines) -> {
            Line first = lines.get(0);
            history.night(new Night(run, first.epochMillis(), first.commit()));
            for (Line line : lines) {
                if (!line.commit().equals(first.commit())) {
                    throw new BadInputException(source + ":" + line.number() + ": run " + run + " is of commit \""
                            + first.commit() + "\" in line " + first.number() + " and of \"" + line.commit()
                            + "\" here; give each run a number of its own");
                }
                Identity identity = new Identity(line.benchmark(), "avgt", 1, new TreeMap<>(), Metric.SCORE);
                if (!history.add(identity, NANOS, List.of(line.nanos()))) {
                    throw new BadInputException(source + ":" + line.number() + ": run " + run + " has "
                            + line.benchmark() + " twice; give each run a number of its own");
                }
            }
        });
        return history.build();
    }

    private static Line line(String text, int number, String source) {
        String[] cells = text.strip().split(",", -1);
        // A benchmark's name may have commas in its parameters; the other cells have none.
        if (cells.length < 5) {
            throw new BadInputException(source + ":" + number + ": expected the 5 cells " + HEADER + ", found "
                    + cells.length + ": \"" + shortened(text) + '"');
        }
        int last = cells.length - 1;
        String name = String.join(",", List.of(cells).subList(3, last)).replaceAll("^\"|\"$", "");
        try {
            double nanos = Double.parseDouble(cells[last].strip());
            if (!(nanos > 0 && nanos < Double.POSITIVE_INFINITY)) {
                throw new BadInputException(
                        source + ":" + number + ": expected ns_per_op above 0, found " + shortened(cells[last]));
            }
            return new Line(
                    number,
                    Integer.parseInt(cells[0].strip()),
                    Long.parseLong(cells[1].strip()),
                    cells[2].strip(),
                    name,
                    nanos);
        } catch (NumberFormatException e) {
            throw new BadInputException(
                    source + ":" + number + ": expected run and date_epoch_ms as whole numbers and ns_per_op as a"
                            + " number, found \"" + shortened(text) + '"',
                    e);
        }
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}
