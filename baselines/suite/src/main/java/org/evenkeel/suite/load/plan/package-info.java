/**
 * What a load run is told: a scenario, read from YAML and checked before anything starts, and how it is shortened or shrunk. From here on
 * nothing is text any more.
 */
@NullMarked
package org.evenkeel.suite.load.plan;

import org.jspecify.annotations.NullMarked;
