package org.evenkeel.suite.noise;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.evenkeel.compare.analysis.Variance;
import org.evenkeel.compare.samples.JmhReader;
import org.evenkeel.compare.samples.RawResult;

/**
 * Prints by how much forks of unchanged code differ, had each warmed up for its first iterations and been measured in some
 * of those that follow; and how much one iteration of a fork differs from the next in its second half.
 */
final class ForkNoise {

    private ForkNoise() {}

    /** Takes how many iterations are warm-up, how many are measured, and files of JMH that were measured with -wi 0. */
    public static void main(String[] args) throws IOException {
        int from = Integer.parseInt(args[0]);
        int measured = Integer.parseInt(args[1]);
        for (String file : Arrays.copyOfRange(args, 2, args.length)) {
            try (InputStream in = Files.newInputStream(Path.of(file))) {
                for (RawResult result : JmhReader.read(in, file).raw().values()) {
                    double[] forks = result.iterations().stream()
                            .mapToDouble(fork -> mean(logs(fork, from, from + measured)))
                            .toArray();
                    double within = result.iterations().stream()
                            .mapToDouble(fork -> Variance.of(logs(fork, fork.length / 2, fork.length))
                                    .value())
                            .average()
                            .orElseThrow();
                    System.out.printf(
                            Locale.ROOT,
                            "%s: %d forks differ by %.1f %%, iterations within one by %.1f %%%n",
                            result.identity(),
                            forks.length,
                            100 * Math.sqrt(Variance.of(forks).value()),
                            100 * Math.sqrt(within));
                }
            }
        }
    }

    private static double[] logs(double[] iterations, int from, int to) {
        return Arrays.stream(iterations, from, to).map(Math::log).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
