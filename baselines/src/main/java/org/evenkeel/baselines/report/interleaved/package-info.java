/** What somebody reads while two sides are measured in turn, and after. */
@NullMarked
package org.evenkeel.baselines.report.interleaved;

import org.jspecify.annotations.NullMarked;
