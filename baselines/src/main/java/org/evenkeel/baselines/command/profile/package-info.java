/** Puts the stages of a profiling session together. */
@NullMarked
package org.evenkeel.baselines.command.profile;

import org.jspecify.annotations.NullMarked;
