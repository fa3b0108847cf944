/** One whole check: run, trend, verdict and cause put together, for the command and for the helper process alike. */
@NullMarked
package org.evenkeel.leakcheck.check;

import org.jspecify.annotations.NullMarked;
