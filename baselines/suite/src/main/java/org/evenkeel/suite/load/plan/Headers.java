package org.evenkeel.suite.load.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which headers a request may have. */
public final class Headers {

    /** Those that whoever writes requests writes by himself. */
    private static final List<String> OWN = List.of("host", "content-length", "transfer-encoding", "connection");

    private Headers() {}

    /** What is wrong with a header; empty when nothing is. */
    public static Optional<String> wrong(String name, String value) {
        if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
            return Optional.of("expected the name of a header such as Authorization, found \"" + name + "\"");
        }
        if (OWN.contains(name.toLowerCase(Locale.ROOT))) {
            return Optional.of("the driver itself writes the header " + name + "; leave it out");
        }
        return value.matches("[\\x20-\\x7e\\t]*")
                ? Optional.empty()
                : Optional.of("expected the value of " + name + " as plain ASCII in one line");
    }
}
