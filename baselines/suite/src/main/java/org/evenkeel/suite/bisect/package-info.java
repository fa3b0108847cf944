/** {@code bisect}: which commit made a benchmark slower, by measuring in turn. */
@NullMarked
package org.evenkeel.suite.bisect;

import org.jspecify.annotations.NullMarked;
