/**
 * Tests of the path {@code documents}: the contract, each part against a slow reference, and for each invariant a broken
 * twin that it catches.
 */
@NullMarked
package org.evenkeel.hotpaths.documents;

import org.jspecify.annotations.NullMarked;
