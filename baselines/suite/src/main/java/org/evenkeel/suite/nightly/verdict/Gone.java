package org.evenkeel.suite.nightly.verdict;

import java.util.Optional;
import org.evenkeel.compare.samples.Identity;
import org.evenkeel.suite.nightly.samples.Night;

/**
 * A benchmark that was measured night after night and is not any more.
 *
 * @param benchmark its score
 * @param last the night that has it last
 * @param missingNights how many nights of the whole suite came after that, at least 1
 * @param isOld whether that has been so for so long that everybody was told
 * @param likely what it may be called now
 */
public record Gone(Identity benchmark, Night last, int missingNights, boolean isOld, Optional<Identity> likely) {}
