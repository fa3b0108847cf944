package org.evenkeel.leakcheck.samples;

/**
 * What one needs to know about the checked JVM to read its samples.
 *
 * @param version the JVM's own version string
 * @param maxHeapBytes the most its heap can take
 */
public record CheckedJvmFacts(String version, long maxHeapBytes) {

    public CheckedJvmFacts {
        if (maxHeapBytes < 1) {
            throw new IllegalArgumentException("a heap of at most " + maxHeapBytes + " bytes");
        }
    }
}
