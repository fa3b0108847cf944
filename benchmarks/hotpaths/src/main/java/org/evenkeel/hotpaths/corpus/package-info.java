/**
 * Real texts for the paths that work on text: openings of State of the Union addresses, 1 to 8 KiB each, in the public
 * domain. Where they come from and how they were cut is said in the README beside the resources.
 */
@NullMarked
package org.evenkeel.hotpaths.corpus;

import org.jspecify.annotations.NullMarked;
