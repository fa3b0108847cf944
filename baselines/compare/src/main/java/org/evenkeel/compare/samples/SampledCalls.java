package org.evenkeel.compare.samples;

import java.util.List;
import java.util.Optional;

/**
 * The single calls behind a score of sample time.
 *
 * @param iterationMeans one array for each fork: the mean time of a call in each iteration, in the order in which they ran
 * @param forks how long calls took, one for each fork
 */
record SampledCalls(List<double[]> iterationMeans, List<Distribution> forks) {

    SampledCalls {
        iterationMeans = List.copyOf(iterationMeans);
        forks = List.copyOf(forks);
    }

    RawResult raw(Identity identity, String unit) {
        return new RawResult(identity, unit, iterationMeans, Optional.of(Distribution.together(forks)));
    }
}
