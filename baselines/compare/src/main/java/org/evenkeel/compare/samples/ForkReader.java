package org.evenkeel.compare.samples;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.evenkeel.kernel.BadInputException;

/** Reads a JMH file that holds one benchmark with one fork, and keeps the iterations apart. */
public final class ForkReader {

    private ForkReader() {}

    /**
     * Reads a whole file.
     *
     * @param json the content
     * @param source the file's name in messages
     * @throws BadInputException when it is not a JMH result file, or not one of a single fork
     */
    public static Fork read(byte[] json, String source) {
        Session session = JmhReader.read(new ByteArrayInputStream(json), source);
        Identity identity = session.series().values().stream()
                .filter(series -> series.metric().name().equals(Metric.SCORE))
                .filter(series -> series.forks().length == 1)
                .map(Series::identity)
                .findFirst()
                .orElseThrow(() -> new BadInputException(source + ": expected one benchmark with one fork, found "
                        + session.series().keySet()
                        + "; delete the file and its block file, and --resume will measure it again"));
        double[] iterations = Optional.ofNullable(session.raw().get(identity))
                .filter(raw -> raw.calls().isEmpty() && !raw.iterations().isEmpty())
                .map(raw -> raw.iterations().get(0))
                .orElseGet(() -> new double[0]);
        return new Fork(session, identity, iterations);
    }
}
