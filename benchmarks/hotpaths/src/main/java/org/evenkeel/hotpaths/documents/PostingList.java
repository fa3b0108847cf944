package org.evenkeel.hotpaths.documents;

import java.util.Arrays;

/**
 * The documents that hold one term, and how often each does. Guarded by its own lock, so that only workers with the same
 * term in hand wait for each other.
 */
final class PostingList {

    private final String term;
    private int[] documents = new int[2];
    private int[] frequencies = new int[2];
    private int size;
    private boolean retired;

    PostingList(String term) {
        this.term = term;
    }

    String term() {
        return term;
    }

    /**
     * Notes that {@code document} holds the term {@code frequency} times.
     *
     * @return false when the list is retired: get a new one
     */
    synchronized boolean put(int document, int frequency) {
        if (retired) {
            return false;
        }
        int position = Arrays.binarySearch(documents, 0, size, document);
        if (position < 0) {
            position = -position - 1;
            insert(position, document);
        }
        frequencies[position] = frequency;
        return true;
    }

    /**
     * Notes that {@code document} no longer holds the term.
     *
     * @return true when that was the last one; the list is then retired and belongs out of the index
     */
    synchronized boolean remove(int document) {
        int position = Arrays.binarySearch(documents, 0, size, document);
        if (position >= 0) {
            System.arraycopy(documents, position + 1, documents, position, size - position - 1);
            System.arraycopy(frequencies, position + 1, frequencies, position, size - position - 1);
            size--;
        }
        retired = size == 0;
        return retired;
    }

    /** How often {@code document} holds the term. */
    synchronized int frequency(int document) {
        int position = Arrays.binarySearch(documents, 0, size, document);
        return position < 0 ? 0 : frequencies[position];
    }

    /** How many documents hold the term. */
    synchronized int size() {
        return size;
    }

    private void insert(int position, int document) {
        if (size == documents.length) {
            documents = Arrays.copyOf(documents, 2 * size);
            frequencies = Arrays.copyOf(frequencies, 2 * size);
        }
        System.arraycopy(documents, position, documents, position + 1, size - position);
        System.arraycopy(frequencies, position, frequencies, position + 1, size - position);
        documents[position] = document;
        size++;
    }
}
