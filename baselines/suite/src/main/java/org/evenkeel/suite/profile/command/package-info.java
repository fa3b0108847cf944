/** Puts the stages of a profiling session together. */
@NullMarked
package org.evenkeel.suite.profile.command;

import org.jspecify.annotations.NullMarked;
