package org.evenkeel.leakcheck.samples;

/**
 * How much of the heap the live instances of one class take.
 *
 * @param instances how many, at least 0
 * @param bytes their shallow sizes together
 */
public record ClassCount(long instances, long bytes) {

    /** No instance at all. */
    public static final ClassCount NONE = new ClassCount(0, 0);

    public ClassCount {
        if (instances < 0 || bytes < 0) {
            throw new IllegalArgumentException(instances + " instances of " + bytes + " bytes");
        }
    }

    /** Both together. */
    public ClassCount plus(ClassCount other) {
        return new ClassCount(instances + other.instances, bytes + other.bytes);
    }
}
