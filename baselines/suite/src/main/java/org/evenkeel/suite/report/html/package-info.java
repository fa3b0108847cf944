/** The report as one page that opens from a file and needs no network. */
@NullMarked
package org.evenkeel.suite.report.html;

import org.jspecify.annotations.NullMarked;
