package org.evenkeel.suite.plan;

import java.util.SortedMap;

/** One benchmark of a run: what JMH is asked for, and what its results are called. */
public sealed interface RunBenchmark permits PlannedBenchmark, PlainBenchmark {

    /** Its full name, as JMH writes it. */
    String benchmark();

    /** The value of each parameter. */
    SortedMap<String, String> params();

    /** JMH's short label of what is measured, such as {@code thrpt}. */
    String mode();

    /** A name for people. */
    String label();

    /** A name for files, the same for the same benchmark. */
    String fileName();
}
