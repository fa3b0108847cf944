package org.evenkeel.compare.samples;

/** Which way a metric gets worse. */
public enum Direction {
    /** Times, bytes, rates of leaking: more is worse. */
    SMALLER_IS_BETTER(1),
    /** Throughput: less is worse. */
    LARGER_IS_BETTER(-1);

    private final int sign;

    Direction(int sign) {
        this.sign = sign;
    }

    /** A difference turned so that positive is worse. */
    public double worsening(double difference) {
        return sign * difference;
    }
}
