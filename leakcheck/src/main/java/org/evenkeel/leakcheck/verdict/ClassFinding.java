package org.evenkeel.leakcheck.verdict;

import org.evenkeel.leakcheck.samples.HeapClass;

/**
 * What the instances of one class do.
 *
 * @param heapClass which
 * @param finding what, and why
 * @param instancesPerOperation growth of their number per operation
 * @param bytesPerOperation growth of their shallow size per operation
 */
public record ClassFinding(
        HeapClass heapClass, LeakFinding finding, double instancesPerOperation, double bytesPerOperation) {}
