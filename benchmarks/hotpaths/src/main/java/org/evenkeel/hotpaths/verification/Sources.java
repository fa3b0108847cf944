package org.evenkeel.hotpaths.verification;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.evenkeel.hotpaths.corpus.Address;
import org.evenkeel.hotpaths.corpus.Corpus;

/** Gives the passages that statements are checked against: the sentences of addresses to the Congress, in order. */
final class Sources {

    private Sources() {}

    /** The sentences of all addresses. */
    static List<String> all() throws IOException {
        return addresses().stream()
                .flatMap(address -> sentences(address.body()).stream())
                .toList();
    }

    /** The sentences of the longest address. */
    static List<String> one() throws IOException {
        return addresses().stream()
                .max(Comparator.comparingInt(address -> address.body().length()))
                .map(address -> sentences(address.body()))
                .orElseThrow();
    }

    private static List<Address> addresses() throws IOException {
        return Corpus.load().stream().map(Address::parse).toList();
    }

    private static List<String> sentences(String text) {
        String onOneLine = text.replace('\n', ' ').strip();
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.US);
        breaks.setText(onOneLine);
        List<String> sentences = new ArrayList<>();
        for (int start = breaks.first(), end = breaks.next();
                end != BreakIterator.DONE;
                start = end, end = breaks.next()) {
            String sentence = onOneLine.substring(start, end).strip();
            if (!NormalText.of(sentence).isEmpty()) {
                sentences.add(sentence);
            }
        }
        return List.copyOf(sentences);
    }
}
