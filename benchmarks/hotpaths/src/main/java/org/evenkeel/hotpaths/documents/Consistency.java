package org.evenkeel.hotpaths.documents;

import java.util.List;
import org.evenkeel.hotpaths.corpus.Document;
import org.evenkeel.hotpaths.documents.DocumentIndex.Entry;
import org.evenkeel.workload.Invariants;

/**
 * Looks, when the pipeline is quiet, whether ledger, index and documents tell the same story. The reference is the same
 * analysis, done again in the one thread that checks; it takes as long as handling each document once.
 */
final class Consistency {

    private final List<Document> documents;
    private final Ledger ledger;
    private final DocumentIndex index;
    private final Invariants invariants;

    Consistency(List<Document> documents, Ledger ledger, DocumentIndex index, Invariants invariants) {
        this.documents = documents;
        this.ledger = ledger;
        this.index = index;
        this.invariants = invariants;
    }

    void check() {
        TextAnalyzer analyzer = new TextAnalyzer();
        long postings = 0;
        for (Document document : documents) {
            checkLedger(document);
            if (ledger.timesIndexed(document.id()) > 0) {
                AnalyzedDocument reference = analyzer.analyze(document);
                checkEntry(document, reference);
                checkPostings(document, reference.terms());
                postings += reference.terms().size();
            }
        }
        long expected = postings;
        long found = index.postings();
        invariants.require(
                expected == found, Rules.INDEX, () -> found + " postings in the index, expected " + expected);
    }

    private void checkLedger(Document document) {
        long handedIn = ledger.timesHandedIn(document.id());
        long done = ledger.timesIndexed(document.id()) + ledger.timesFailed(document.id());
        invariants.require(done >= handedIn, Rules.NONE_LOST, () -> timesOf(document, handedIn, done));
        invariants.require(done <= handedIn, Rules.EXACTLY_ONCE, () -> timesOf(document, handedIn, done));
    }

    private static String timesOf(Document document, long handedIn, long done) {
        return "document " + document + " was handed in " + handedIn + " times and processed " + done + " times";
    }

    private void checkEntry(Document document, AnalyzedDocument reference) {
        Entry entry = index.entry(document.id());
        if (entry == null) {
            invariants.broken(Rules.INDEX, "document " + document + " is not in the index");
            return;
        }
        long expected = ledger.timesIndexed(document.id());
        long revision = entry.revision();
        invariants.require(
                revision <= expected,
                Rules.EXACTLY_ONCE,
                () -> "document " + document + " was entered " + revision + " times, expected " + expected);
        invariants.require(
                revision >= expected,
                Rules.INDEX,
                () -> "document " + document + " has " + revision + " updates, expected " + expected);
        Entry same = new Entry(revision, reference.year(), reference.president(), reference.fingerprint());
        invariants.require(
                entry.equals(same), Rules.INDEX, () -> "document " + document + " has " + entry + ", expected " + same);
    }

    private void checkPostings(Document document, TermCounts terms) {
        for (int i = 0; i < terms.size(); i++) {
            int found = index.frequency(terms.term(i), document.id());
            if (found != terms.count(i)) {
                invariants.broken(
                        Rules.INDEX,
                        "term \"" + terms.term(i) + "\" of document " + document + " has frequency " + found
                                + ", expected " + terms.count(i));
            }
        }
    }
}
