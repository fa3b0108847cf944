package org.evenkeel.suite.plan;

/** What JMH measures in one run. */
public enum Measure {
    /** Time of single operations, so that percentiles are known. */
    LATENCY("sample", "us"),
    /** Operations in a second, all callers together. */
    THROUGHPUT("thrpt", "s");

    private final String jmhMode;
    private final String jmhTimeUnit;

    Measure(String jmhMode, String jmhTimeUnit) {
        this.jmhMode = jmhMode;
        this.jmhTimeUnit = jmhTimeUnit;
    }

    /** Value of JMH's option {@code -bm}. */
    public String jmhMode() {
        return jmhMode;
    }

    /** Value of JMH's option {@code -tu}. */
    public String jmhTimeUnit() {
        return jmhTimeUnit;
    }
}
