/** What a profiling session will run. */
@NullMarked
package org.evenkeel.suite.profile.plan;

import org.jspecify.annotations.NullMarked;
