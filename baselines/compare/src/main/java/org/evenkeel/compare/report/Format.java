package org.evenkeel.compare.report;

import org.evenkeel.compare.verdict.Comparison;

/** The forms in which a comparison can be printed. */
public enum Format {
    CONSOLE,
    MARKDOWN,
    JSON,
    CSV;

    /** The whole report, with a line break at its end. */
    public String render(Comparison comparison) {
        return switch (this) {
            case CONSOLE -> ConsoleReport.render(comparison);
            case MARKDOWN -> MarkdownReport.render(comparison);
            case JSON -> JsonReport.render(comparison);
            case CSV -> CsvReport.render(comparison);
        };
    }
}
