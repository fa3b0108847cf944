package org.evenkeel.suite.nightly.samples;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.compare.samples.Direction;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.compare.samples.Metric;
import org.evenkeel.compare.samples.MetricKind;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Csv;
import org.evenkeel.kernel.PlainText;

/**
 * Reads {@code run,date_epoch_ms,commit,benchmark,ns_per_op}, one line for each benchmark of each run, and what {@code history export} has
 * written.
 */
public final class CsvHistoryReader {

    /** The columns of an exported history. */
    public static final String EXPORTED =
            "run,date_epoch_ms,commit,benchmark,mode,threads,params,metric,unit,value,forks";

    private static final String HEADER = "run,date_epoch_ms,commit,benchmark,ns_per_op";
    private static final int SHORT_CELLS = 5;
    private static final int EXPORTED_CELLS = 11;
    private static final Metric NANOS = new Metric(Metric.SCORE, "ns/op", MetricKind.TIME, Direction.SMALLER_IS_BETTER);

    private final BufferedReader in;
    private final String source;
    private int number = 1;

    private CsvHistoryReader(BufferedReader in, String source) {
        this.in = in;
        this.source = source;
    }

    /** One line of the file. */
    private record Line(
            int number,
            int run,
            long epochMillis,
            String commit,
            Identity identity,
            Metric metric,
            List<Double> forks) {}

    /**
     * Reads a whole file. The lines of a run need not stand together.
     *
     * @param source the file's name in messages
     */
    public static History read(BufferedReader in, String source) throws IOException {
        return new CsvHistoryReader(in, source).read();
    }

    private History read() throws IOException {
        String header = in.readLine();
        String columns = header == null ? "" : header.replace("\uFEFF", "").strip();
        if (!columns.equals(HEADER) && !columns.equals(EXPORTED)) {
            throw new BadInputException(source + ":1: expected the header " + HEADER + ", found "
                    + (header == null ? "an empty file" : '"' + shortened(header) + '"'));
        }
        SortedMap<Integer, List<Line>> runs = new TreeMap<>();
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            number++;
            if (!text.isBlank()) {
                int first = number;
                List<String> cells = cells(text);
                Line line = columns.equals(EXPORTED) ? exported(cells, text, first) : line(cells, text, first);
                runs.computeIfAbsent(line.run(), run -> new ArrayList<>()).add(line);
            }
        }
        if (runs.isEmpty()) {
            throw new BadInputException(source + ": holds a header and no run; expected one line for each benchmark");
        }
        return history(runs);
    }

    /** Of a line, and of those after it that a cell in quotes goes on in. */
    private List<String> cells(String text) throws IOException {
        int first = number;
        StringBuilder record = new StringBuilder(text.stripLeading());
        Optional<List<String>> cells = Csv.cells(record.toString());
        while (cells.isEmpty()) {
            String more = in.readLine();
            number++;
            if (more == null) {
                throw new BadInputException(
                        source + ":" + first + ": expected the end of a cell in quotes, found the end of the file");
            }
            cells = Csv.cells(record.append('\n').append(more).toString());
        }
        return cells.get();
    }

    private History history(SortedMap<Integer, List<Line>> runs) {
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
                if (!history.add(line.identity(), line.metric(), line.forks())) {
                    throw new BadInputException(source + ":" + line.number() + ": run " + run + " has "
                            + PlainText.line(line.identity().benchmark())
                            + " twice; give each run a number of its own");
                }
            }
        });
        return history.build();
    }

    private Line line(List<String> cells, String text, int number) {
        // A benchmark's name may have commas in its parameters and no quotes around it; the other cells have none.
        if (cells.size() < SHORT_CELLS) {
            throw new BadInputException(source + ":" + number + ": expected the 5 cells " + HEADER + ", found "
                    + cells.size() + ": \"" + shortened(text) + '"');
        }
        int last = cells.size() - 1;
        String name = String.join(",", cells.subList(3, last));
        try {
            double nanos = Double.parseDouble(cells.get(last).strip());
            if (!(nanos > 0 && nanos < Double.POSITIVE_INFINITY)) {
                throw new BadInputException(
                        source + ":" + number + ": expected ns_per_op above 0, found " + shortened(cells.get(last)));
            }
            Identity identity = new Identity(name, "avgt", 1, new TreeMap<>(), Metric.SCORE);
            return line(number, cells, identity, NANOS, List.of(nanos));
        } catch (NumberFormatException e) {
            throw new BadInputException(
                    source + ":" + number + ": expected run and date_epoch_ms as whole numbers and ns_per_op as a"
                            + " number, found \"" + shortened(text) + '"',
                    e);
        }
    }

    private Line exported(List<String> cells, String text, int number) {
        if (cells.size() != EXPORTED_CELLS) {
            throw new BadInputException(source + ":" + number + ": expected the 11 cells " + EXPORTED + ", found "
                    + cells.size() + ": \"" + shortened(text) + '"');
        }
        try {
            Metric metric = metric(cells.get(7), cells.get(8), cells.get(4));
            Identity identity = new Identity(
                    cells.get(3),
                    cells.get(4),
                    Integer.parseInt(cells.get(5)),
                    ExportedParams.read(cells.get(6)),
                    metric.name());
            List<Double> forks = new ArrayList<>();
            for (String fork : cells.get(10).split(" ", -1)) {
                double value = Double.parseDouble(fork);
                boolean isEnough = metric.kind() == MetricKind.EXACT ? value >= 0 : value > 0;
                if (!isEnough || value == Double.POSITIVE_INFINITY) {
                    throw new BadInputException(
                            source + ":" + number + ": expected forks above 0, found " + shortened(fork));
                }
                forks.add(value);
            }
            return line(number, cells, identity, metric, forks);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(
                    source + ":" + number + ": expected run, date_epoch_ms and threads as whole numbers, params as"
                            + " name=value and forks as numbers, found \"" + shortened(text) + '"',
                    e);
        }
    }

    /** A history holds nothing but times and exact metrics. */
    private static Metric metric(String name, String unit, String mode) {
        boolean isRate = unit.startsWith("ops/") || (name.equals(Metric.SCORE) && mode.equals("thrpt"));
        return new Metric(
                name,
                unit,
                Metric.isExact(name) ? MetricKind.EXACT : MetricKind.TIME,
                isRate ? Direction.LARGER_IS_BETTER : Direction.SMALLER_IS_BETTER);
    }

    private static Line line(int number, List<String> cells, Identity identity, Metric metric, List<Double> forks) {
        return new Line(
                number,
                Integer.parseInt(cells.get(0).strip()),
                Long.parseLong(cells.get(1).strip()),
                cells.get(2).strip(),
                identity,
                metric,
                forks);
    }

    private static String shortened(String text) {
        return PlainText.line(text.length() <= 60 ? text : text.substring(0, 60) + "...");
    }
}
