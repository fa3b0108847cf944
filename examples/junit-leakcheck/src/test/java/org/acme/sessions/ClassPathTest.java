package org.acme.sessions;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the dependency does not bring along: libraries of its helper process, a logging back end or front end, hot paths, commands, JMH. */
class ClassPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.fasterxml.jackson.databind.ObjectMapper",
                "kotlin.Unit",
                "okio.Okio",
                "shark.StreamingHprofReader",
                "org.apache.commons.math3.stat.StatUtils",
                "one.profiler.AsyncProfiler",
                "org.slf4j.Logger",
                "org.apache.commons.logging.Log",
                "ch.qos.logback.classic.Logger",
                "org.apache.logging.log4j.Logger",
                "org.evenkeel.hotpaths.analysis.Analysis",
                "picocli.CommandLine",
                "org.openjdk.jmh.annotations.Benchmark"
            })
    void dependency_doesNotBringAlong(String name) {
        assertThrows(ClassNotFoundException.class, () -> Class.forName(name));
    }
}
