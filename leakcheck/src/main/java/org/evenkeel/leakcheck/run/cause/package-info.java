/**
 * Looks for the cause, in a checked JVM that is known to leak: what its heap looks like before and after some more
 * operations, and who allocated in between.
 */
@NullMarked
package org.evenkeel.leakcheck.run.cause;

import org.jspecify.annotations.NullMarked;
