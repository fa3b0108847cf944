package org.evenkeel.leakcheck.samples;

import java.time.Duration;

/** What is known of a bound of what grows. */
public enum Bound {
    /** It has none that room or time would have shown. */
    NONE,
    /** It stopped when it was given room, or time. */
    MET,
    /** It may expire, and was not watched for as long as things that expire usually live. */
    MAY_EXPIRE;

    /** What expires usually does so within this time; what lives longer looks as a leak does. */
    public static final Duration USUAL_LIFE = Duration.ofSeconds(45);
}
