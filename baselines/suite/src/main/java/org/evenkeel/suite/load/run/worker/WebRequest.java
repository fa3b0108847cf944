package org.evenkeel.suite.load.run.worker;

import java.util.ArrayList;
import java.util.List;

/**
 * A request of an HTTP service.
 *
 * @param method such as {@code GET}
 * @param url whole, with scheme and host
 * @param headers in order, each a name and a value
 * @param body empty for none
 */
public record WebRequest(String method, String url, List<Header> headers, String body) {

    public WebRequest {
        headers = List.copyOf(headers);
    }

    /** A header: no line breaks in either. */
    public record Header(String name, String value) {}

    /** As text, the way it looks on the wire: a line with method and URL, a line for each header, an empty one, and the body. */
    public String text() {
        StringBuilder text = new StringBuilder(method).append(' ').append(url).append('\n');
        headers.forEach(header ->
                text.append(header.name()).append(": ").append(header.value()).append('\n'));
        return text.append('\n').append(body).toString();
    }

    /** Reads what {@link #text} wrote. */
    public static WebRequest parse(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw new IllegalArgumentException("a request without an end of its headers: " + text);
        }
        String[] lines = text.substring(0, end).split("\n", -1);
        int space = lines[0].indexOf(' ');
        List<Header> headers = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(": ");
            headers.add(new Header(lines[i].substring(0, colon), lines[i].substring(colon + 2)));
        }
        return new WebRequest(
                lines[0].substring(0, space), lines[0].substring(space + 1), headers, text.substring(end + 2));
    }
}
