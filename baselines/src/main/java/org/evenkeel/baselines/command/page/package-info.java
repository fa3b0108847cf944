/** What a page links to: files in its own folder that come after it, such as the flame graphs of {@code scripts/profile}. */
@NullMarked
package org.evenkeel.baselines.command.page;

import org.jspecify.annotations.NullMarked;
