package org.evenkeel.hotpaths.corpus;

/** A document that cannot be parsed. */
public final class MalformedDocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int SHOWN_CHARACTERS = 40;

    MalformedDocumentException(Document document, int line, String expected, String found) {
        super(document.name() + ":" + line + ": expected " + expected + ", found \""
                + (found.length() <= SHOWN_CHARACTERS ? found : found.substring(0, SHOWN_CHARACTERS) + "…") + "\"");
    }
}
