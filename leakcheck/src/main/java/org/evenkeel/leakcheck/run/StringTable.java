package org.evenkeel.leakcheck.run;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JVM's table of interned strings: constants of the code and whatever {@code String.intern} was called for.
 *
 * <p>A compiler that meets a string constant interns it, whether or not the code with the constant ever runs. So the heap
 * goes on growing for as long as methods become hot enough to be compiled: by 10 to 20 kB in half a minute of a large
 * workload, as much as a slow leak. The table is therefore a signal of its own and no part of the heap's.
 *
 * @param entries strings in it that are alive; empty when the JVM does not tell
 * @param bytes what they take; 0 when it does not
 */
record StringTable(OptionalLong entries, long bytes) {

    private static final Pattern LITERALS = Pattern.compile("Number of literals\\s*:\\s*(\\d+)\\s*=\\s*(\\d+) bytes");

    /** Asks a JVM. */
    static StringTable of(AttachSocket socket) throws IOException {
        return parse(socket.run("VM.stringtable"));
    }

    /** Reads what {@code jcmd VM.stringtable} prints. */
    static StringTable parse(String text) {
        Matcher literals = LITERALS.matcher(text);
        return literals.find()
                ? new StringTable(OptionalLong.of(Long.parseLong(literals.group(1))), Long.parseLong(literals.group(2)))
                : new StringTable(OptionalLong.empty(), 0);
    }
}
