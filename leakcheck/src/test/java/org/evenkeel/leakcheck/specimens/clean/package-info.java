/** Workloads that do not leak, each with something about it that looks like a leak for a while. */
@NullMarked
package org.evenkeel.leakcheck.specimens.clean;

import org.jspecify.annotations.NullMarked;
