package org.evenkeel.baselines.report;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.evenkeel.baselines.verdict.Comparison;
import org.evenkeel.baselines.verdict.Row;
import org.evenkeel.baselines.verdict.Verdict;

/** The comparison as a test suite, for build servers: a row is a test case. */
public final class JunitReport {

    private JunitReport() {}

    /** Renders all rows; those that are regressed or invalid are failures, those that say nothing are skipped. */
    public static String render(Comparison comparison) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "evenkeel comparison");
            xml.writeAttribute("tests", Integer.toString(comparison.rows().size()));
            xml.writeAttribute("failures", Long.toString(comparison.count(JunitReport::fails)));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("skipped", Long.toString(comparison.count(JunitReport::isOpen)));
            for (Row row : Words.worstFirst(comparison)) {
                writeRow(xml, row);
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

    private static void writeRow(XMLStreamWriter xml, Row row) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", clean(row.identity().benchmark()));
        xml.writeAttribute("name", clean(row.identity().toString()));
        if (fails(row.verdict()) || isOpen(row.verdict())) {
            xml.writeEmptyElement(fails(row.verdict()) ? "failure" : "skipped");
            String message = Words.verdict(row.verdict()).toUpperCase(Locale.ROOT) + " " + Words.change(row) + " "
                    + Words.why(row);
            xml.writeAttribute("message", clean(message.strip().replaceAll(" +", " ")));
        }
        xml.writeEndElement();
    }

    private static boolean fails(Verdict verdict) {
        return verdict instanceof Verdict.Regressed || verdict instanceof Verdict.Invalid;
    }

    private static boolean isOpen(Verdict verdict) {
        return verdict instanceof Verdict.Inconclusive
                || verdict instanceof Verdict.Incomparable
                || verdict instanceof Verdict.Added
                || verdict instanceof Verdict.Removed;
    }

    /** XML 1.0 has no control characters, and benchmark names come from files. */
    private static String clean(String text) {
        return text.replaceAll("[^\\x20-\\uD7FF\\uE000-\\uFFFD]", "?");
    }
}
