package org.evenkeel.compare.samples;

import java.util.List;
import java.util.Optional;

/**
 * What stands behind the score of one result: nothing is judged by it, but it shows what a fork went through.
 *
 * @param identity of the score
 * @param unit of the score
 * @param iterations one array for each fork: the mean of each measured iteration, in the order in which they ran
 * @param calls how long single calls took; empty unless the mode is sample time
 */
public record RawResult(Identity identity, String unit, List<double[]> iterations, Optional<Distribution> calls) {

    public RawResult {
        iterations = iterations.stream().map(double[]::clone).toList();
    }
}
