/** Profiles as tables and as flame graphs. */
@NullMarked
package org.evenkeel.suite.profile.report;

import org.jspecify.annotations.NullMarked;
