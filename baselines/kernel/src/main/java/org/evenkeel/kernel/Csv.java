package org.evenkeel.kernel;

/** Cells of tables for spreadsheets (RFC 4180). */
public final class Csv {

    private Csv() {}

    /** A cell as it is written: in quotation marks where something in it would end it. */
    public static String cell(String text) {
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
