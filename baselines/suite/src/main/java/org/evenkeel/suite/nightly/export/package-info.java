/** A history in the formats of other tools: OpenMetrics for Prometheus and its like, CSV for everything else. */
@NullMarked
package org.evenkeel.suite.nightly.export;

import org.jspecify.annotations.NullMarked;
