package org.evenkeel.leakcheck.run;

/** A checked JVM around a collection. */
interface CollectedJvm {

    /**
     * Lets the workload come to rest, and collects.
     *
     * @param collectTwice for who does not collect by itself
     * @return what the JVM tells of itself then
     */
    WorkerFrame rest(boolean collectTwice) throws RunRefused, RunBroken, InterruptedException;

    /** Lets the workload come to rest, for a collection that somebody else is about to make. */
    void expectCollection() throws RunRefused, RunBroken, InterruptedException;

    /** Lets everything react to that collection. */
    Reactions reactions() throws RunRefused, RunBroken, InterruptedException;

    /**
     * To a collection.
     *
     * @param any whether some were seen, or there was no collection
     * @param readings what the JVM tells of itself afterwards
     */
    record Reactions(boolean any, WorkerFrame readings) {}
}
