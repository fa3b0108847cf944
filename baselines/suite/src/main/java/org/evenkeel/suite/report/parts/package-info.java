/**
 * What a report may hold besides verdicts: each part is there when a run has it, and a report without is none the worse.
 */
@NullMarked
package org.evenkeel.suite.report.parts;

import org.jspecify.annotations.NullMarked;
