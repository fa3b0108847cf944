package org.evenkeel.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cells of a line of CSV (RFC 4180), to be written and to be read. */
public final class Csv {

    private Csv() {}

    /** A cell as it is written: in quotes where it could be taken for something else. */
    public static String cell(String text) {
        return text.matches("[^\",\r\n]*") && text.equals(text.strip()) ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** The cells of a line without its end; empty when a cell in quotes goes on in the next line. */
    public static Optional<List<String>> cells(String line) {
        List<String> cells = new ArrayList<>();
        int at = 0;
        while (at <= line.length()) {
            StringBuilder cell = new StringBuilder();
            if (at < line.length() && line.charAt(at) == '"') {
                at++;
                int end = line.indexOf('"', at);
                while (end >= 0 && end + 1 < line.length() && line.charAt(end + 1) == '"') {
                    cell.append(line, at, end + 1);
                    at = end + 2;
                    end = line.indexOf('"', at);
                }
                if (end < 0) {
                    return Optional.empty();
                }
                cell.append(line, at, end);
                at = end + 1;
            }
            int comma = line.indexOf(',', at);
            int end = comma < 0 ? line.length() : comma;
            cells.add(cell.append(line, at, end).toString());
            at = end + 1;
        }
        return Optional.of(cells);
    }
}
