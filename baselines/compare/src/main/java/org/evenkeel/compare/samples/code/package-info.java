/** What differs between two versions of code: methods by their bytes, and lines by the diff of their sources. */
@NullMarked
package org.evenkeel.compare.samples.code;

import org.jspecify.annotations.NullMarked;
