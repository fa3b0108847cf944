/** Profiles as tables and as flame graphs. */
@NullMarked
package org.evenkeel.baselines.report.profile;

import org.jspecify.annotations.NullMarked;
