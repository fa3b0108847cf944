/**
 * What every hot path must pass, and the crowd of callers, well-behaved and disturbed, that puts it to the test.
 *
 * <p>A path's own tests extend {@link org.evenkeel.hotpaths.HotPathContractTest}.
 */
@NullMarked
package org.evenkeel.hotpaths;

import org.jspecify.annotations.NullMarked;
