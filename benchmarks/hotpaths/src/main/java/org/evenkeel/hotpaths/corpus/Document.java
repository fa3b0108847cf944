package org.evenkeel.hotpaths.corpus;

import java.util.Objects;

/** A document as it comes in: bytes with a number and a name. */
public final class Document {

    private final int id;
    private final String name;
    private final byte[] content;

    /**
     * Takes over {@code content} without a copy.
     *
     * @param id from 0; a later document with the same id is a new version of it
     * @param name for messages
     * @param content UTF-8
     */
    public Document(int id, String name, byte[] content) {
        this.id = id;
        this.name = Objects.requireNonNull(name, "name");
        this.content = content;
    }

    /** Its number. */
    public int id() {
        return id;
    }

    /** What messages call it. */
    public String name() {
        return name;
    }

    /** The bytes themselves, not a copy: 8 KiB a request would be most of what a path allocates. Do not write to it. */
    public byte[] content() {
        return content;
    }

    @Override
    public String toString() {
        return name;
    }
}
