/** Says why something got worse: as text, as a page, and for programs. */
@NullMarked
package org.evenkeel.suite.why.report;

import org.jspecify.annotations.NullMarked;
