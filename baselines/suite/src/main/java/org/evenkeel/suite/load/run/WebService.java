package org.evenkeel.suite.load.run;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.suite.load.plan.Target;
import org.evenkeel.suite.load.run.worker.WebRequest;

/**
 * A service that is driven over HTTP.
 *
 * @param address scheme, host and port, and what stands before every path
 * @param headers of every request; a task's own come after them, and in place of those with the same name
 * @param body of a request that a scenario says nothing of; empty to get, else it is posted
 * @param timeout how long an answer may take, above zero
 * @param driver the jar that drives it
 */
public record WebService(URI address, Map<String, String> headers, String body, Duration timeout, Path driver) {

    /** What goes over the pipe to the driver as one text. */
    private static final int MOST_BYTES = 40_000;

    /** The main class of the driver's jar. */
    private static final String MAIN = "org.evenkeel.http.HttpDriver";

    public WebService {
        headers = Map.copyOf(headers);
    }

    /** What tasks ask that name no request: the address itself. */
    public Target whole() {
        return new Target.Request(body.isEmpty() ? "GET" : "POST", "", Map.of(), body);
    }

    /** What it is called in results. */
    public String name() {
        return address.toString();
    }

    /** What the driver's JVM is to run. */
    List<String> main() {
        return List.of(MAIN, Long.toString(timeout.toMillis()));
    }

    /** A request as the driver reads it. */
    String written(Target.Request request) {
        List<WebRequest.Header> all = new ArrayList<>();
        headers.forEach((name, value) -> {
            if (request.headers().keySet().stream().noneMatch(name::equalsIgnoreCase)) {
                all.add(new WebRequest.Header(name, value));
            }
        });
        request.sorted().forEach((name, value) -> all.add(new WebRequest.Header(name, value)));
        String before = address.getScheme() + "://" + address.getRawAuthority()
                + address.getRawPath().replaceFirst("/$", "");
        String url = request.path().isEmpty() ? address.toString() : before + request.path();
        String text = new WebRequest(request.method(), url, all, request.body()).text();
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw new BadInputException(request.name() + ": expected a request of at most " + MOST_BYTES
                    + " bytes with its headers and its body, found " + bytes);
        }
        return text;
    }
}
