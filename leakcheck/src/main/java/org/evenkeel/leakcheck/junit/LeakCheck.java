package org.evenkeel.leakcheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.evenkeel.leakcheck.samples.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * Makes a test method the operation of a leak check: it runs once as a test, then again and again in batches, and the test
 * fails unless nothing grows.
 *
 * <pre>{@code
 * @LeakCheck(threads = 10)
 * void redeeming() {
 *     book.redeem("SUMMER");
 * }
 * }</pre>
 *
 * <p>{@code @Test} may stand beside it and need not. The methods before and after a test run once, around the whole check;
 * all callers share the one instance of the test class. Where JUnit runs tests in parallel, this one runs alone.
 *
 * <p>A parameterized or repeated test calls {@link org.evenkeel.leakcheck.LeakCheck} in its body instead.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Test
@ExtendWith(LeakCheckExtension.class)
@ResourceLock(value = Resources.GLOBAL, mode = ResourceAccessMode.READ_WRITE)
public @interface LeakCheck {

    /** Operations in the smallest batch; 0 finds them by calibration. */
    long operations() default 0;

    /** Callers at once. */
    int threads() default 1;

    /** The most time that the check may take, such as {@code 30s} or {@code 2m}. */
    String budget() default "60s";

    /** Growth of the heap that is accepted, such as {@code 1B/op}; empty accepts none. */
    String tolerance() default "";

    /** What to look at; everything that the JVM and the system can tell when empty. */
    Signal[] signals() default {};
}
