package org.evenkeel.compare.stored;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.compare.samples.Environment;

/** Finds out where a session is measured. */
public final class Environments {

    private Environments() {}

    /**
     * The environment that a run on this machine will have.
     *
     * @param javaHome the JDK that runs the benchmarks
     * @param jvmFlags the flags it runs them with; system properties do not count
     * @param jmhVersion the version of JMH, where it is known
     * @throws org.evenkeel.kernel.BadInputException when that JVM does not start
     */
    public static Environment capture(Path javaHome, List<String> jvmFlags, Optional<String> jmhVersion) {
        TreeMap<String, String> identity = new TreeMap<>();
        TreeMap<String, String> context = new TreeMap<>();
        MachineFacts machine = new MachineFacts(Path.of("/"));
        machine.addIdentity(identity);
        machine.addContext(context);
        JvmFacts.addIdentity(javaHome, jvmFlags, identity);
        jmhVersion.ifPresent(version -> identity.put("jmh.version", version));
        GitFacts.addContext(Path.of("").toAbsolutePath(), context);
        return new Environment(identity, context);
    }
}
