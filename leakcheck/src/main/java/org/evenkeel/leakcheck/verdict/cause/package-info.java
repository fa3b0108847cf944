/** The cause of a growth: which field holds it, and which line allocates it. */
@NullMarked
package org.evenkeel.leakcheck.verdict.cause;

import org.jspecify.annotations.NullMarked;
