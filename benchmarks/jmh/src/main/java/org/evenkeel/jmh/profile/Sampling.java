package org.evenkeel.jmh.profile;

import java.io.IOException;

/** Something that samples from its making until it is stopped. */
interface Sampling {

    /** What samples, for the record. */
    String engine();

    /** Ends the sampling. */
    void stop();

    /** Writes what was sampled. */
    void write() throws IOException;
}
