package org.evenkeel.leakcheck.specimens;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a workload that does not leak although it may look so, and says when it levels off and what it holds then. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Clean {
    /** Why it is not a leak, in one line. */
    String why();

    /** Operations, over all threads, after which it holds no more than before. */
    int levelsOffAfter() default 1_000;

    /**
     * The most heap it ever holds once collected, in bytes; the default is what the JVM's own caches take on first use.
     */
    int holdsAtMostBytes() default 64 * 1024;

    /** Whether what it holds goes up and down for good, instead of staying where it levelled off. */
    boolean swings() default false;
}
