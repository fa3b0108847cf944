/** A finished check as JSON and as text. */
@NullMarked
package org.evenkeel.leakcheck.report;

import org.jspecify.annotations.NullMarked;
