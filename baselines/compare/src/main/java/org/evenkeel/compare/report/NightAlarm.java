package org.evenkeel.compare.report;

/**
 * What got slower than in the nights before.
 *
 * @param subject what it is about, the same every night, so that a build server can follow it
 * @param text the whole of it in a line, with the night and the size
 */
public record NightAlarm(String subject, String text) {}
