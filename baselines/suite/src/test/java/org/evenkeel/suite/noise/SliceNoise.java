package org.evenkeel.suite.noise;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.evenkeel.compare.analysis.Variance;
import org.evenkeel.compare.samples.JmhReader;
import org.evenkeel.compare.samples.RawResult;

/**
 * Prints how far two means of one fork of unchanged code lie apart, had they been measured one after the other, as two forks
 * are, or in turns, slice by slice.
 */
final class SliceNoise {

    private SliceNoise() {}

    /** Takes how many iterations a mean is of, how many lie between the beginnings of two means, and files of JMH. */
    public static void main(String[] args) throws IOException {
        int slices = Integer.parseInt(args[0]);
        int apart = Integer.parseInt(args[1]);
        for (String file : Arrays.copyOfRange(args, 2, args.length)) {
            try (InputStream in = Files.newInputStream(Path.of(file))) {
                for (RawResult result : JmhReader.read(in, file).raw().values()) {
                    for (double[] fork : result.iterations()) {
                        double[] logs = Arrays.stream(fork).map(Math::log).toArray();
                        System.out.printf(
                                Locale.ROOT,
                                "%s: one after the other %.1f %%, in turns %.1f %%%n",
                                result.identity(),
                                100 * deviation(differences(logs, slices, apart, 1)),
                                100 * deviation(differences(logs, slices, 1, 2)));
                    }
                }
            }
        }
    }

    /** Of two means, the second so much later, of slices that are every so many-th; none of the pairs share a slice. */
    private static double[] differences(double[] logs, int slices, int later, int every) {
        int span = later + slices * every;
        return IntStream.iterate(0, from -> from + span <= logs.length, from -> from + slices * every)
                .mapToDouble(from -> mean(logs, from + later, slices, every) - mean(logs, from, slices, every))
                .toArray();
    }

    private static double mean(double[] logs, int from, int slices, int every) {
        return IntStream.range(0, slices)
                        .mapToDouble(i -> logs[from + i * every])
                        .sum()
                / slices;
    }

    private static double deviation(double[] differences) {
        return Math.sqrt(Variance.of(differences).value());
    }
}
