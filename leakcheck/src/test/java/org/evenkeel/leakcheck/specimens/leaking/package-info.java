/** Workloads that leak: each makes one signal grow for as long as it is called, at a rate that is known. */
@NullMarked
package org.evenkeel.leakcheck.specimens.leaking;

import org.jspecify.annotations.NullMarked;
