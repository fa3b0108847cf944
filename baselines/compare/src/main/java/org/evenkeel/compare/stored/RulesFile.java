package org.evenkeel.compare.stored;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.evenkeel.compare.verdict.Limit;
import org.evenkeel.compare.verdict.Objective;
import org.evenkeel.compare.verdict.Objective.Bound;
import org.evenkeel.compare.verdict.Rules;
import org.evenkeel.compare.verdict.Selector;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Grammar;

/**
 * Reads a project's rules, {@code objectives.json} beside its baselines:
 *
 * <pre>{@code
 * {"objectives": [{"benchmark": "documents", "mode": "sample", "metric": "p99", "atMost": "500 ms/op"},
 *                 {"benchmark": "documents", "metric": "score", "mode": "thrpt", "atLeast": "170 ops/hr",
 *                  "acceptable": "150 ops/hr"},
 *                 {"metric": "gc.alloc.rate.norm", "worseByAtMost": "20%"}],
 *  "limits": [{"benchmark": "fiftyThreads", "metric": "p99", "minEffect": "10%", "margin": "25%", "gate": false}]}
 * }</pre>
 */
public final class RulesFile {

    /** The file's name. */
    public static final String NAME = "objectives.json";

    /** What is dropped in silence is a limit that nobody keeps. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private static final Pattern QUANTITY = Pattern.compile("([0-9.eE+-]+)\\s*(\\S+)");
    private static final Set<String> SELECTORS = Set.of("benchmark", "mode", "threads", "metric");

    private final Path file;

    /** What is looked at: the file, and from the first rule on its line. */
    private String place;

    private RulesFile(Path file) {
        this.file = file;
        place = file.toString();
    }

    /** The rules beside the baselines of a store; none when there is no such file. */
    public static Rules beside(BaselineStore store) {
        Path file = store.root().resolve(NAME);
        return Files.exists(file) ? read(file) : Rules.NONE;
    }

    /**
     * Reads a file.
     *
     * @throws BadInputException when it is not such a file
     */
    public static Rules read(Path file) {
        SessionFiles.requireFile(file);
        try {
            return new RulesFile(file).rules(document(file));
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
            throw new BadInputException(
                    file + where + ": not JSON: " + e.getOriginalMessage().replaceAll("\\s+", " "), e);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + AtomicFiles.reason(e), e);
        }
    }

    private static JsonNode document(Path file) throws IOException {
        try (JsonParser parser = MAPPER.createParser(Files.readAllBytes(file))) {
            JsonNode root = MAPPER.readTree(parser);
            if (parser.nextToken() != null) {
                throw new BadInputException(
                        file + ":" + parser.currentLocation().getLineNr()
                                + ": expected the end of the file, found more; put all rules into one object");
            }
            return root == null ? MAPPER.missingNode() : root;
        }
    }

    private Rules rules(JsonNode root) {
        requireOnly(root, "the file", Set.of("objectives", "limits"));
        List<Objective> objectives = new ArrayList<>();
        int number = 0;
        for (JsonNode node : array(root, "objectives")) {
            place = file + lineOf("objectives", number++);
            objectives.add(objective(node));
        }
        List<Limit> limits = new ArrayList<>();
        number = 0;
        for (JsonNode node : array(root, "limits")) {
            place = file + lineOf("limits", number++);
            limits.add(limit(node));
        }
        return new Rules(objectives, limits);
    }

    private Objective objective(JsonNode node) {
        Set<String> known = new TreeSet<>(SELECTORS);
        List<String> all = List.of("atMost", "atLeast", "worseByAtMost");
        known.addAll(all);
        known.add("acceptable");
        requireOnly(node, "an objective", known);
        Set<String> bounds = new TreeSet<>(all);
        bounds.removeIf(bound -> !node.has(bound));
        if (bounds.size() != 1) {
            throw wrong("an objective has one of atMost, atLeast and worseByAtMost, found " + bounds + " in " + node);
        }
        if (!node.has("metric")) {
            throw wrong("an objective names its metric, such as \"score\" or \"p99\"; found " + node);
        }
        String bound = bounds.iterator().next();
        Bound side = switch (bound) {
            case "atMost" -> Bound.AT_MOST;
            case "atLeast" -> Bound.AT_LEAST;
            default -> Bound.WORSE_BY_AT_MOST;
        };
        Amount limit = amount(node, bound, side);
        OptionalDouble acceptable = OptionalDouble.empty();
        if (node.has("acceptable")) {
            Amount beyond = amount(node, "acceptable", side);
            if (!beyond.unit().equals(limit.unit())) {
                throw wrong("acceptable is in the unit of " + bound + ", \"" + limit.unit() + "\"; found \""
                        + beyond.unit() + "\"");
            }
            if (side == Bound.AT_LEAST ? beyond.number() >= limit.number() : beyond.number() <= limit.number()) {
                throw wrong("acceptable lies beyond " + bound + ", where the target is missed already; found " + node);
            }
            acceptable = OptionalDouble.of(beyond.number());
        }
        return new Objective(selector(node), side, limit.number(), limit.unit(), acceptable);
    }

    /** A number with its unit; a share has none. */
    private record Amount(double number, String unit) {}

    private Amount amount(JsonNode node, String field, Bound bound) {
        String text = node.get(field).asText();
        if (bound == Bound.WORSE_BY_AT_MOST) {
            return new Amount(share(text), "");
        }
        Matcher quantity = QUANTITY.matcher(text.strip());
        if (!quantity.matches()) {
            throw wrong(field + " is a number with its unit, such as \"500 ms/op\" or \"170 ops/hr\"; found \"" + text
                    + "\"");
        }
        return new Amount(number(quantity.group(1)), quantity.group(2));
    }

    private Limit limit(JsonNode node) {
        Set<String> known = new TreeSet<>(SELECTORS);
        known.addAll(List.of("minEffect", "margin", "gate"));
        requireOnly(node, "a limit", known);
        if (node.has("gate") && !node.get("gate").isBoolean()) {
            throw wrong("gate is true or false, found " + node.get("gate"));
        }
        return new Limit(
                selector(node),
                optionalShare(node, "minEffect"),
                optionalShare(node, "margin"),
                !node.has("gate") || node.get("gate").booleanValue());
    }

    private Selector selector(JsonNode node) {
        try {
            Optional<String> mode = Optional.ofNullable(node.get("mode")).map(JsonNode::asText);
            Optional<String> metric = Optional.ofNullable(node.get("metric")).map(JsonNode::asText);
            JsonNode threads = node.get("threads");
            if (threads != null && !threads.canConvertToInt()) {
                throw wrong("threads is a whole number, found " + threads);
            }
            return new Selector(
                    Pattern.compile(node.path("benchmark").asText("")),
                    mode,
                    threads == null ? OptionalInt.empty() : OptionalInt.of(threads.intValue()),
                    metric);
        } catch (PatternSyntaxException e) {
            throw wrong("benchmark " + node.get("benchmark") + " is not a regular expression: " + e.getDescription());
        }
    }

    private OptionalDouble optionalShare(JsonNode node, String field) {
        return node.has(field) ? OptionalDouble.of(share(node.get(field).asText())) : OptionalDouble.empty();
    }

    private double share(String text) {
        double share;
        try {
            share = Grammar.share(text);
        } catch (BadInputException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        if (share <= 0) {
            throw wrong("expected a share above 0, found \"" + text + "\"");
        }
        return share;
    }

    private double number(String text) {
        try {
            double number = Double.parseDouble(text);
            if (number > 0 && number < Double.POSITIVE_INFINITY) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong("expected a number, found \"" + text + "\"");
        }
        throw wrong("expected a number above 0, found \"" + text + "\"");
    }

    private Iterable<JsonNode> array(JsonNode root, String field) {
        JsonNode node = root.path(field);
        if (!node.isArray() && !node.isMissingNode()) {
            throw wrong("expected \"" + field + "\" as an array, found " + node);
        }
        return node;
    }

    /** A misspelt field would be a limit that nobody keeps. */
    private void requireOnly(JsonNode node, String what, Set<String> known) {
        if (!node.isObject()) {
            throw wrong("expected " + what + " as an object, found " + node);
        }
        node.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                throw wrong(what + " has the fields " + new TreeSet<>(known) + ", found \"" + field + "\"");
            }
        });
    }

    private BadInputException wrong(String message) {
        return new BadInputException(place + ": " + message);
    }

    /** The line on which a rule begins, as a colon and a number; nothing where the file cannot be read again. */
    private String lineOf(String array, int number) {
        try (JsonParser parser = MAPPER.createParser(Files.readAllBytes(file))) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME
                    && !parser.currentName().equals(array)) {
                parser.nextToken();
                parser.skipChildren();
            }
            parser.nextToken();
            for (int i = 0; i <= number; i++) {
                parser.nextToken();
                if (i < number) {
                    parser.skipChildren();
                }
            }
            return ":" + parser.currentTokenLocation().getLineNr();
        } catch (IOException goneMeanwhile) {
            return "";
        }
    }
}
