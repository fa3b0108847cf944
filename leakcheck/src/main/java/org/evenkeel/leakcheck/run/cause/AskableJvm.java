package org.evenkeel.leakcheck.run.cause;

import java.io.IOException;

/** A JVM that can be asked about itself. */
interface AskableJvm {

    /** Has a diagnostic command carried out, and returns what it prints. */
    String command(String diagnosticCommand) throws IOException;

    /** Its process. */
    long pid();
}
