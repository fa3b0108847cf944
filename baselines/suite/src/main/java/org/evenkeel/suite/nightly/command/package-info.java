/** {@code scripts/nightly}, which measures and judges a night, and {@code scripts/history}, which shows all of them. */
@NullMarked
package org.evenkeel.suite.nightly.command;

import org.jspecify.annotations.NullMarked;
