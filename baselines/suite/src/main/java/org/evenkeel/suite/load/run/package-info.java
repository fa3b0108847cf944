/** Runs a scenario: starts the driven JVM, has it run phase after phase, and keeps what it tells. */
@NullMarked
package org.evenkeel.suite.load.run;

import org.jspecify.annotations.NullMarked;
