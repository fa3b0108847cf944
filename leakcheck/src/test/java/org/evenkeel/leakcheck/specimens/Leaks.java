package org.evenkeel.leakcheck.specimens;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a workload that leaks, and says what, how fast and where. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Leaks {
    /** Why it is a leak, in one line. */
    String why();

    /**
     * What grows. Other signals may grow along with it, as the heap does with every Java object that holds a
     * descriptor.
     */
    Signal signal() default Signal.HEAP;

    /** Growth per operation in the signal's unit, right within 5 % over many {@linkplain #period() periods}. */
    double perOperation();

    /** Operations after which the pattern of leaking repeats: 1 where each leaks the same, n where one in n leaks. */
    int period() default 1;

    /** Operations before the rate holds, where something else fills up at first. */
    int after() default 0;

    /**
     * The field whose content grows, as {@code Class.field}: one of the specimen where there is one on the way from the
     * root, else one of the library that holds it. Empty where nothing on the heap holds what leaks.
     */
    String holder() default "";

    /** The method that allocates what stays, as {@code Class.method}; empty where the virtual machine does. */
    String allocates() default "";

    /** The least number of threads that makes it leak; with fewer it is steady. */
    int minimumThreads() default 1;

    /** Whether the interleaving of threads decides the rate; {@link #perOperation()} is then the most it can be. */
    boolean scheduleDecides() default false;
}
