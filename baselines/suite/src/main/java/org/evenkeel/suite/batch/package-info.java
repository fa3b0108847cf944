/** What a load-test team looks for after a run: six JSON files in one folder, and a check that they mean what they say. */
@NullMarked
package org.evenkeel.suite.batch;

import org.jspecify.annotations.NullMarked;
