/**
 * Sessions as files: reading a run's folder, the baselines that were recorded, and the facts about the machine that are
 * recorded with them.
 *
 * <p>A baseline has a name and, for each environment, a folder of sessions:
 * {@code <area>/<environment>/<name>/<session>/{jmh.json,environment.json,leakcheck.json}}. JMH's JSON is kept as it was
 * written, so that other tools read it. There are two areas: {@code stored} is committed and shared, {@code local} is what
 * one machine recorded for itself. A session is written into a hidden folder and then moved into place under a name that
 * nobody else takes, so a reader never sees half of one and two writers at once lose nothing.
 */
@NullMarked
package org.evenkeel.compare.stored;

import org.jspecify.annotations.NullMarked;
