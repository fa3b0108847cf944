/** A load run for people and programs: text, Markdown, JSON, CSV, JUnit XML, a page with curves, and a file that {@code compare} reads. */
@NullMarked
package org.evenkeel.suite.load.report;

import org.jspecify.annotations.NullMarked;
