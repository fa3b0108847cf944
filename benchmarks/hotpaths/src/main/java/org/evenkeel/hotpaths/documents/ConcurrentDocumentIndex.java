package org.evenkeel.hotpaths.documents;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * An index with one lock for each document and one for each term, always taken in that order and never two of a kind.
 * A reader may see a new version of a document under some terms and the old one under others.
 *
 * <p>It holds each term once, and replaces what it knows of a document, so its size follows the documents and not the
 * operations.
 */
final class ConcurrentDocumentIndex implements DocumentIndex {

    private final ConcurrentMap<Integer, Slot> slots = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, PostingList> lists = new ConcurrentHashMap<>();

    @Override
    public void put(AnalyzedDocument document) {
        Slot slot = slots.computeIfAbsent(document.id(), id -> new Slot());
        synchronized (slot) {
            PostingList[] before = slot.lists;
            slot.lists = enterTerms(document, before);
            removeFrom(before, slot.lists, document.id());
            Entry entry = slot.entry;
            slot.entry = new Entry(
                    entry == null ? 1 : entry.revision() + 1,
                    document.year(),
                    document.president(),
                    document.fingerprint());
        }
    }

    @Override
    public @Nullable Entry entry(int document) {
        Slot slot = slots.get(document);
        return slot == null ? null : slot.entry;
    }

    @Override
    public int frequency(String term, int document) {
        PostingList list = lists.get(term);
        return list == null ? 0 : list.frequency(document);
    }

    @Override
    public long postings() {
        return lists.values().stream().mapToLong(PostingList::size).sum();
    }

    /** Returns the lists that now hold the document; {@code before} itself where they are the same. */
    private PostingList[] enterTerms(AnalyzedDocument document, PostingList[] before) {
        TermCounts terms = document.terms();
        PostingList[] entered = before.length == terms.size() ? before : new PostingList[terms.size()];
        for (int i = 0; i < terms.size(); i++) {
            PostingList list = enter(terms.term(i), document.id(), terms.count(i));
            if (entered == before && list != before[i]) {
                entered = before.clone();
            }
            entered[i] = list;
        }
        return entered;
    }

    private PostingList enter(String term, int document, int frequency) {
        while (true) {
            PostingList list = lists.get(term);
            if (list == null) {
                list = lists.computeIfAbsent(term, PostingList::new);
            }
            if (list.put(document, frequency)) {
                return list;
            }
            lists.remove(term, list);
        }
    }

    private void removeFrom(PostingList[] before, PostingList[] after, int document) {
        if (before == after) {
            return;
        }
        Set<PostingList> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        Collections.addAll(kept, after);
        for (PostingList list : before) {
            if (!kept.contains(list) && list.remove(document)) {
                lists.remove(list.term(), list);
            }
        }
    }

    /** What is known of one document; its own lock guards the writing. */
    private static final class Slot {
        volatile @Nullable Entry entry;
        PostingList[] lists = {};
    }
}
