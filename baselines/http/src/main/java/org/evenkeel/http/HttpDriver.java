package org.evenkeel.http;

import java.io.IOException;
import org.evenkeel.suite.load.run.worker.Runner;

/** The main class of the JVM that drives a service. */
public final class HttpDriver {

    private HttpDriver() {}

    /**
     * Drives what the pipe says.
     *
     * @param arguments how many milliseconds the service may take for an answer
     */
    public static void main(String[] arguments) throws IOException {
        hush();
        long timeoutMillis = Long.parseLong(arguments[0]);
        Runner.serve((order, counts, invariants) -> new HttpBackend(order, counts, timeoutMillis));
    }

    /** Hyperfoil logs each connection that is refused; here they are counted. Before its first class is loaded. */
    static void hush() {
        System.setProperty("log4j2.loggerContextFactory", "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
        System.setProperty("org.apache.logging.log4j.simplelog.level", "FATAL");
    }
}
