/** {@code scripts/baseline}: records, lists, shows, promotes and prunes stored sessions. */
@NullMarked
package org.evenkeel.suite.baseline;

import org.jspecify.annotations.NullMarked;
