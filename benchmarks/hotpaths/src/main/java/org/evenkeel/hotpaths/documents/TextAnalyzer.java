package org.evenkeel.hotpaths.documents;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.evenkeel.hotpaths.corpus.Address;
import org.evenkeel.hotpaths.corpus.Document;

/**
 * Parses a document, splits its text into terms and takes its fingerprints. It reuses its buffers, so it is for one
 * thread.
 *
 * <p>A term is a run of letters and digits, in lower case.
 */
final class TextAnalyzer {

    private final MessageDigest sha256 = newSha256();
    private final TermTable terms = new TermTable();
    private final SimHash simHash = new SimHash();
    private char[] term = new char[64];

    AnalyzedDocument analyze(Document document) {
        Address address = Address.parse(document);
        terms.clear();
        split(address.body());
        Fingerprint fingerprint =
                new Fingerprint(HexFormat.of().formatHex(sha256.digest(document.content())), simHash.of(terms));
        return new AnalyzedDocument(
                document.id(), address.year(), address.president(), fingerprint, terms.toTermCounts());
    }

    private void split(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (length == term.length) {
                    term = Arrays.copyOf(term, 2 * length);
                }
                term[length++] = Character.toLowerCase(c);
            } else if (length > 0) {
                terms.add(term, 0, length);
                length = 0;
            }
        }
        if (length > 0) {
            terms.add(term, 0, length);
        }
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
