package org.evenkeel.hotpaths.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Makes statements to check. A third quotes a source, a third misquotes one, and a third puts words together that stand
 * in the sources, though never like that. Each is written in two ways that mean the same.
 */
final class Statements {

    /** Words in a short statement. */
    private static final int SHORT_WORDS = 12;

    /** Words in a long statement. */
    private static final int LONG_WORDS = 80;

    /** In a misquotation, one word in so many is another. */
    private static final int ONE_WRONG_IN = 4;

    private final List<String> passages;
    private final String[] words;
    private final int length;
    private final SplittableRandom random = new SplittableRandom(20_261_121L);

    private Statements(List<String> passages, int length) {
        this.passages = passages;
        this.words = String.join(" ", passages).split(" ");
        this.length = length;
    }

    /** Statements of up to 12 words. */
    static List<String> ofAFewWords(List<String> passages, int count) {
        return new Statements(passages, SHORT_WORDS).make(count);
    }

    /** Statements of up to 80 words, which span several sentences. */
    static List<String> ofManyWords(List<String> passages, int count) {
        return new Statements(passages, LONG_WORDS).make(count);
    }

    private List<String> make(int count) {
        List<String> statements = new ArrayList<>(count);
        for (int i = 0; statements.size() < count; i++) {
            String statement = switch (i % 3) {
                case 0 -> String.join(" ", quoted());
                case 1 -> String.join(" ", misquoted());
                default -> String.join(" ", invented());
            };
            statements.add(statement);
            if (statements.size() < count) {
                statements.add("\u201c" + statement.toUpperCase(Locale.ROOT).replace(" ", "  ") + "!\u201d");
            }
        }
        return List.copyOf(statements);
    }

    /** Starts with a sentence and goes on to the next ones until there are words enough. */
    private List<String> quoted() {
        List<String> quoted = new ArrayList<>();
        for (int i = random.nextInt(passages.size()); i < passages.size() && quoted.size() < length; i++) {
            quoted.addAll(List.of(passages.get(i).split(" ")));
        }
        return quoted.subList(0, Math.min(length, quoted.size()));
    }

    private List<String> misquoted() {
        List<String> misquoted = new ArrayList<>(quoted());
        misquoted.replaceAll(word -> random.nextInt(ONE_WRONG_IN) == 0 ? anyWord() : word);
        return misquoted;
    }

    private List<String> invented() {
        List<String> invented = new ArrayList<>();
        while (invented.size() < length) {
            invented.add(anyWord());
        }
        return invented;
    }

    private String anyWord() {
        return words[random.nextInt(words.length)];
    }
}
