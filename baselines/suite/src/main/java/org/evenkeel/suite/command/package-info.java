/** The commands: each puts plan, run, samples, analysis, verdict and report together, and ends with an exit status. */
@NullMarked
package org.evenkeel.suite.command;

import org.jspecify.annotations.NullMarked;
