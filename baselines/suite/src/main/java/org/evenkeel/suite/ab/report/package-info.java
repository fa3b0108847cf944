/** What somebody reads while two sides are measured in turn, and after. */
@NullMarked
package org.evenkeel.suite.ab.report;

import org.jspecify.annotations.NullMarked;
