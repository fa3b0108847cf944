/** How often the comparer is wrong: recorded sessions of unchanged code, changes of known size put into them, and what comes out. */
@NullMarked
package org.evenkeel.compare.proof;

import org.jspecify.annotations.NullMarked;
