package org.evenkeel.kernel;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/**
 * Text of others as it can be shown: names of benchmarks, parameters, messages of exceptions. They come from files and from
 * code under test, and may hold what moves a terminal's cursor, turns its line around, or looks like a line of its own.
 */
public final class PlainText {

    /** What a line of a table, or of a message, is cut to. */
    public static final int MOST_CHARACTERS = 2_000;

    private static final int MOST_OF_A_NAME = 300;

    /** Begins the line of a terminal again. The one text that passes {@link #visible} as it is, and only as this very object. */
    static final String LINE_AGAIN = "\r\033[K";

    private PlainText() {}

    /** The text on one line, with a control character shown as what it is: {@code \n}, {@code \u001b}. */
    public static String line(String text) {
        return isPlain(text) || text.codePoints().noneMatch(PlainText::isToBeShown)
                ? text
                : text.codePoints()
                        .collect(StringBuilder::new, PlainText::append, StringBuilder::append)
                        .toString();
    }

    /** Whether nothing of it needs a closer look, as is so with nearly all names. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPrintableAscii(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrintableAscii(int letter) {
        return letter >= ' ' && letter <= '~';
    }

    /** The same, with its middle left out where it is longer than so many characters. */
    public static String line(String text, int most) {
        if (text.length() > most) {
            int end = most / 3;
            return line(text.substring(0, most - end - 1)) + "…" + line(text.substring(text.length() - end));
        }
        return line(text);
    }

    /** A name on one line. What is left out of the middle of a long one leaves a trace, so that two of them stay apart. */
    public static String name(String text) {
        if (text.length() <= MOST_OF_A_NAME) {
            return line(text);
        }
        int end = MOST_OF_A_NAME / 3;
        return line(text.substring(0, 2 * end))
                + String.format(Locale.ROOT, "…%08x…", text.hashCode())
                + line(text.substring(text.length() - end));
    }

    /** A writer for a terminal, which shows control characters but keeps lines as they are. */
    static Writer visible(Writer to) {
        return new FilterWriter(to) {
            @Override
            public void write(int letter) throws IOException {
                write(new char[] {(char) letter}, 0, 1);
            }

            @Override
            public void write(char[] text, int from, int length) throws IOException {
                write(new String(text, from, length), 0, length);
            }

            @Override
            @SuppressWarnings("ReferenceEquality") // A name that reads the same is somebody else's.
            public void write(String text, int from, int length) throws IOException {
                if (text == LINE_AGAIN) {
                    out.write(text, from, length);
                    return;
                }
                int begin = from;
                for (int i = from; i < from + length; i++) {
                    char letter = text.charAt(i);
                    if (!isPrintableAscii(letter) && isToBeShown(letter) && !isLayout(letter)) {
                        out.write(text, begin, i - begin);
                        out.write(shown(letter));
                        begin = i + 1;
                    }
                }
                out.write(text, begin, from + length - begin);
            }
        };
    }

    private static boolean isLayout(int letter) {
        // Some systems end their lines with both.
        return letter == '\n'
                || letter == '\t'
                || (letter == '\r' && System.lineSeparator().length() > 1);
    }

    private static void append(StringBuilder into, int letter) {
        if (isToBeShown(letter)) {
            into.append(shown(letter));
        } else {
            into.appendCodePoint(letter);
        }
    }

    private static boolean isToBeShown(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String shown(int letter) {
        return switch (letter) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default ->
                letter > Character.MAX_VALUE
                        ? String.format(Locale.ROOT, "\\u{%x}", letter)
                        : String.format(Locale.ROOT, "\\u%04x", letter);
        };
    }
}
