package org.evenkeel.suite.load.report;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.evenkeel.kernel.PlainText;
import org.evenkeel.leakcheck.verdict.LeakVerdict;
import org.evenkeel.suite.load.verdict.Graded;
import org.evenkeel.suite.load.verdict.LoadVerdict;

/** Runs as test suites, for build servers: an objective is a test case, and so are the invariants and the leak check. */
public final class LoadJunit {

    private LoadJunit() {}

    /** A test case: {@code outcome} is empty, {@code failure} or {@code skipped}. */
    private record Case(String suite, String name, String outcome, String message) {}

    /** All of them in one suite. */
    public static String render(List<LoadVerdict> verdicts) {
        List<Case> cases = new ArrayList<>();
        verdicts.forEach(verdict -> add(verdict, cases));
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", "evenkeel load");
            xml.writeAttribute("tests", Integer.toString(cases.size()));
            xml.writeAttribute("failures", count(cases, "failure"));
            xml.writeAttribute("errors", "0");
            xml.writeAttribute("skipped", count(cases, "skipped"));
            for (Case one : cases) {
                xml.writeCharacters("\n  ");
                xml.writeStartElement("testcase");
                xml.writeAttribute("classname", clean(one.suite()));
                xml.writeAttribute("name", clean(one.name()));
                if (!one.outcome().isEmpty()) {
                    xml.writeEmptyElement(one.outcome());
                    xml.writeAttribute("message", clean(one.message()));
                }
                xml.writeEndElement();
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

    private static void add(LoadVerdict verdict, List<Case> cases) {
        String suite = verdict.run().scenario().name() + " on " + verdict.run().target();
        cases.add(verdict.run()
                .broken()
                .map(broken -> new Case(suite, "invariants", "failure", broken))
                .orElse(new Case(suite, "invariants", "", "")));
        for (Graded graded : verdict.grades()) {
            boolean counts = verdict.knee().isEmpty();
            String outcome = graded.grade().isEmpty() || (graded.isMissed() && !counts)
                    ? "skipped"
                    : graded.isMissed() ? "failure" : "";
            cases.add(new Case(
                    suite,
                    graded.phase() + " " + graded.objective().subject() + " "
                            + graded.objective().words(),
                    outcome,
                    LoadWords.show(graded) + " " + graded.word() + " " + graded.note()));
        }
        if (verdict.unexpectedErrors() > 0) {
            cases.add(new Case(
                    suite, "errors", "failure", LoadWords.counted(verdict.unexpectedErrors(), "request") + " failed"));
        }
        verdict.knee()
                .ifPresent(knee ->
                        cases.add(new Case(suite, "knee", knee.highest().isEmpty() ? "failure" : "", knee.words())));
        verdict.leak()
                .ifPresent(leak -> cases.add(new Case(
                        suite,
                        "leaks",
                        leak.verdict() instanceof LeakVerdict.Growing
                                ? "failure"
                                : leak.verdict() instanceof LeakVerdict.Steady ? "" : "skipped",
                        LoadWords.leak(leak))));
        verdict.run().ended().ifPresent(why -> cases.add(new Case(suite, "end", "skipped", why)));
    }

    private static String count(List<Case> cases, String outcome) {
        return Long.toString(
                cases.stream().filter(one -> one.outcome().equals(outcome)).count());
    }

    /** XML 1.0 has no control characters, and names come from files. */
    private static String clean(String text) {
        return PlainText.line(text)
                .replaceAll("[^\\x20-\\uD7FF\\uE000-\\uFFFD]", "?")
                .strip();
    }
}
