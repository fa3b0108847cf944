/** The files of a report in the folder of its run, and the links to profiles that come after it. */
@NullMarked
package org.evenkeel.suite.page;

import org.jspecify.annotations.NullMarked;
