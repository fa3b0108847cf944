/**
 * The path {@code audits}: many requests at once flag records, each record under its own lock and each finding once.
 *
 * <p>It stands for the write side of a case, order or account service: a request names a record; the service locks it, reads
 * what has changed, decides, writes the finding down and unlocks. Several callers ask for the same record at the same
 * moment, some records far more often than others. What is concurrency-critical about it is the lock per record: how
 * much it costs when nobody else wants the record, how long others wait when somebody does, and that nothing is
 * flagged twice or forgotten when a request fails half-way.
 *
 * <p><b>The work never runs out.</b> Every fourth request for a record finds it amended by one more booking ({@link
 * org.evenkeel.hotpaths.audits.Amendments}); the audit examines the bookings that nobody has examined yet and flags
 * those that are out of proportion, about one in four. A booking is examined and then forgotten but for the last sixteen
 * of its record, so the heap is the same after any number of requests.
 *
 * <p><b>One operation</b> is one audit, in the caller's own thread. A <b>batch</b> of n hands n audits to a pool of 120
 * workers, each audit a task of its own as in a server, and waits for all: so a batch of 120 has 120 requests at once.
 * With ten and fifty callers, as many audits are under way as there are callers.
 *
 * <p><b>The locks</b>: {@code striped} shares 4,096 {@link java.util.concurrent.locks.ReentrantLock}s between the records;
 * {@code map} has a lock per record that exists only while somebody wants it; {@code read-write} lets audits that find
 * nothing new pass each other; {@code redis} is a lease in Redis, for a service that runs more than once. The records
 * stay in this JVM with each of them, so that the lock is all that differs.
 *
 * <p>The invariants: no booking is flagged twice ({@link org.evenkeel.hotpaths.audits.FlagLog} compares and sets, apart from
 * the lock); no flag is lost ({@link org.evenkeel.hotpaths.audits.Replay} goes through the same bookings alone); no booking
 * stays unexamined and no lock is held when the path is quiet. The gauges tell how many requests had to wait for a
 * lock, and how many failed.
 *
 * <p>Where to start reading: {@link org.evenkeel.hotpaths.audits.Auditor}, then {@link
 * org.evenkeel.hotpaths.audits.RecordLocks} and the four that implement it.
 *
 * <p>Run it: {@code scripts/bench audits} or {@code scripts/bench 'audits?lock=map&skew=1.0'}; {@code lock=redis} uses
 * the Redis of {@code --redis URI}, or starts a {@code redis-server} of its own.
 */
@NullMarked
package org.evenkeel.hotpaths.audits;

import org.jspecify.annotations.NullMarked;
