package org.evenkeel.compare.report;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.evenkeel.compare.verdict.Comparison;
import org.evenkeel.compare.verdict.ObjectiveResult;
import org.evenkeel.compare.verdict.Row;
import org.evenkeel.compare.verdict.Verdict;
import org.evenkeel.kernel.PlainText;

/** The comparison as a test suite, for build servers: a row is a test case, and so is an objective. */
public final class JunitReport {

    private static final Pattern BLANKS = Pattern.compile(" {2,}");

    private static final Pattern NO_XML = Pattern.compile("[^\\x20-\\uD7FF\\uE000-\\uFFFD]");

    private JunitReport() {}

    /**
     * Renders all rows; those that fail the comparison are failures, those that say nothing are skipped.
     *
     * @param alarms what got slower than in the history; they are failures as well
     */
    public static String render(Comparison comparison, List<NightAlarm> alarms) {
        StringWriter text = new StringWriter();
        long missed =
                comparison.objectives().stream().filter(result -> !result.met()).count();
        long failures = comparison.rows().stream().filter(Row::fails).count() + missed + alarms.size();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "evenkeel comparison");
            xml.writeAttribute(
                    "tests",
                    Integer.toString(
                            comparison.rows().size() + comparison.objectives().size() + alarms.size()));
            xml.writeAttribute("failures", Long.toString(failures));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("skipped", Long.toString(comparison.count(JunitReport::isOpen)));
            for (Row row : Words.worstFirst(comparison)) {
                String message =
                        Words.verdict(row).toUpperCase(Locale.ROOT) + " " + Words.change(row) + " " + Words.why(row);
                writeCase(
                        xml,
                        row.identity().benchmark(),
                        row.identity().toString(),
                        row.fails() ? "failure" : isOpen(row.verdict()) ? "skipped" : "",
                        BLANKS.matcher(message.strip()).replaceAll(" "));
            }
            for (ObjectiveResult result : comparison.objectives()) {
                writeCase(
                        xml,
                        result.identity().benchmark(),
                        result.identity() + " " + result.objective().words(),
                        result.met() ? "" : "failure",
                        Words.objective(result, comparison.names()));
            }
            for (NightAlarm alarm : alarms) {
                writeCase(xml, "history", alarm.subject(), "failure", alarm.text());
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string cannot be written to", e);
        }
        return text.toString();
    }

    private static void writeCase(XMLStreamWriter xml, String className, String name, String element, String message)
            throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", clean(className));
        xml.writeAttribute("name", clean(name));
        if (!element.isEmpty()) {
            xml.writeEmptyElement(element);
            xml.writeAttribute("message", clean(message));
        }
        xml.writeEndElement();
    }

    private static boolean isOpen(Verdict verdict) {
        return verdict instanceof Verdict.Inconclusive
                || verdict instanceof Verdict.Incomparable
                || verdict instanceof Verdict.Added
                || verdict instanceof Verdict.Removed;
    }

    /** XML 1.0 has no control characters, and benchmark names come from files. */
    private static String clean(String text) {
        return NO_XML.matcher(PlainText.line(text, PlainText.MOST_CHARACTERS)).replaceAll("?");
    }
}
