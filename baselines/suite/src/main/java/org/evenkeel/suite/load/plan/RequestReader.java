package org.evenkeel.suite.load.plan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what a task asks a service. */
final class RequestReader {

    /** Keys of a request; the JSON schema beside the presets has the same. */
    static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete", "head");

    static final List<String> REQUEST =
            Stream.concat(METHODS.stream(), Stream.of("headers", "body")).toList();

    /** A path with its query, as RFC 3986 has it. */
    private static final Pattern PATH = Pattern.compile("/(?!/)(?:[A-Za-z0-9\\-._~!$&'()*+,;=:@/?]|%[0-9A-Fa-f]{2})*");

    private RequestReader() {}

    static Target read(YamlNode node) {
        node.keys(REQUEST);
        List<String> methods = METHODS.stream().filter(node::has).toList();
        if (methods.size() != 1) {
            throw node.error(node.what() + ": expected one of " + String.join(", ", METHODS) + " with its path, found "
                    + (methods.isEmpty() ? "none" : String.join(" and ", methods)));
        }
        String method = methods.get(0);
        String body = node.find("body").map(YamlNode::text).orElse("");
        if (!body.isEmpty() && (method.equals("get") || method.equals("head"))) {
            throw node.get("body").error(node.what() + ": " + method + " has no body");
        }
        Map<String, String> headers =
                node.find("headers").map(RequestReader::headers).orElse(Map.of());
        return new Target.Request(method.toUpperCase(Locale.ROOT), path(node.get(method)), headers, body);
    }

    private static String path(YamlNode node) {
        String path = node.text();
        if (!PATH.matcher(path).matches()) {
            throw node.error(
                    node.what() + ": expected a path such as /orders?size=4 (--url names the host), with anything but"
                            + " letters, digits and -._~!$&'()*+,;=:@/? written as %20, found \"" + path + "\"");
        }
        return path;
    }

    private static Map<String, String> headers(YamlNode node) {
        Map<String, String> headers = new TreeMap<>();
        node.entries().forEach((name, value) -> {
            Optional<String> wrong = Headers.wrong(name, value.text());
            if (wrong.isPresent()) {
                throw value.error(node.what() + ": " + wrong.get());
            }
            headers.put(name, value.text());
        });
        return headers;
    }
}
