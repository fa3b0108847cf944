/** Tests of the corpus: all there, and all parsed. */
@NullMarked
package org.evenkeel.hotpaths.corpus;

import org.jspecify.annotations.NullMarked;
