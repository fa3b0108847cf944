package org.evenkeel.leakcheck.run.worker;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The class histogram through the JVM's diagnostic commands, for when nobody may attach. It costs the checked heap its
 * text, and the MBean server grows a little with each call.
 */
final class HistogramFromInside {

    private HistogramFromInside() {}

    static String print() throws JMException {
        Object text = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return (String) text;
    }
}
