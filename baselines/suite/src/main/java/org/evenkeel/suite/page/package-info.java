/** What a page links to: files in its own folder that come after it, such as the flame graphs of {@code scripts/profile}. */
@NullMarked
package org.evenkeel.suite.page;

import org.jspecify.annotations.NullMarked;
