package org.evenkeel.hotpaths.planted;

import java.io.IOException;

/** Something that holds on to more each time it is told to, until it is closed. Safe to use from many threads. */
interface Leak extends AutoCloseable {

    /** Holds nothing. */
    Leak NONE = new Leak() {
        @Override
        public void hold() {}

        @Override
        public void close() {}
    };

    /** Takes one more and keeps it. */
    void hold() throws IOException;

    /** Lets go of everything. */
    @Override
    void close();
}
