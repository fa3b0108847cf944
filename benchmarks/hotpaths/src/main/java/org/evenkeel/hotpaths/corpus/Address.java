package org.evenkeel.hotpaths.corpus;

import java.nio.charset.StandardCharsets;

/**
 * A parsed document: an address to the Congress.
 *
 * @param year when it was given
 * @param president who gave it
 * @param party of the president; {@code none} for the first one
 * @param body the text
 */
public record Address(int year, String president, String party, String body) {

    /**
     * Parses the lines {@code Year: …}, {@code President: …} and {@code Party: …}, an empty line, and the text.
     *
     * @throws MalformedDocumentException when the document is not of that form
     */
    public static Address parse(Document document) {
        String text = new String(document.content(), StandardCharsets.UTF_8);
        Heading heading = new Heading(document, text);
        String year = heading.next("Year: ");
        String president = heading.next("President: ");
        String party = heading.next("Party: ");
        heading.next("");
        try {
            return new Address(Integer.parseInt(year), president, party, text.substring(heading.position));
        } catch (NumberFormatException e) {
            throw new MalformedDocumentException(document, 1, "a whole number as year", year);
        }
    }

    /** Reads line after line. */
    private static final class Heading {
        private final Document document;
        private final String text;
        private int position;
        private int line;

        Heading(Document document, String text) {
            this.document = document;
            this.text = text;
        }

        String next(String field) {
            line++;
            int end = text.indexOf('\n', position);
            String found = text.substring(position, end < 0 ? text.length() : end);
            boolean matches = field.isEmpty() ? found.isEmpty() : found.startsWith(field);
            if (end < 0 || !matches) {
                String expected = field.isEmpty() ? "an empty line" : "a line \"" + field + "…\"";
                throw new MalformedDocumentException(document, line, expected, found);
            }
            position = end + 1;
            return found.substring(field.length());
        }
    }
}
