package org.evenkeel.suite.batch;

import java.util.OptionalDouble;
import org.evenkeel.compare.samples.Identity;

/**
 * What a benchmark used of the machine.
 *
 * @param identity of its score
 * @param cpuCores processor time for each second that it ran, start-up and warm-up of its JVMs included
 * @param othersShare the share of the machine that others used meanwhile, from 0 to 1
 */
public record WorkerUse(Identity identity, OptionalDouble cpuCores, OptionalDouble othersShare) {}
