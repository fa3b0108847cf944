package org.evenkeel.hotpaths.verification;

import java.text.Normalizer;

/** Brings text into the one form in which it is compared. */
final class NormalText {

    private NormalText() {}

    /**
     * The words of {@code text}, in lower case, with one space between them and nothing else. A word is a run of letters
     * and digits; accents and ligatures are taken apart first, so {@code Café} is {@code cafe}. An apostrophe inside a
     * word is left out: {@code nation's} is {@code nations}.
     */
    static String of(String text) {
        String apart = Normalizer.isNormalized(text, Normalizer.Form.NFKD)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder words = new StringBuilder(apart.length());
        boolean betweenWords = false;
        for (int i = 0; i < apart.length(); ) {
            int character = apart.codePointAt(i);
            i += Character.charCount(character);
            if (Character.isLetterOrDigit(character)) {
                if (betweenWords && !words.isEmpty()) {
                    words.append(' ');
                }
                betweenWords = false;
                words.appendCodePoint(Character.toLowerCase(character));
            } else if (!joinsWords(character)) {
                betweenWords = true;
            }
        }
        return words.toString();
    }

    /** Whether a character may stand inside a word without being part of it. */
    private static boolean joinsWords(int character) {
        return character == '\'' || character == '\u2019' || Character.getType(character) == Character.NON_SPACING_MARK;
    }
}
