/** What commands do for benchmarks of somebody's own JMH jar: find them, build them, measure them in turn. */
@NullMarked
package org.evenkeel.suite.plain;

import org.jspecify.annotations.NullMarked;
