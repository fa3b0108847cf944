package org.evenkeel.suite.load.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.kernel.BadInputException;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A value in a YAML file that knows its line. All of its complaints name file and line. */
final class YamlNode {

    /** A scenario is a page or two; aliases that expand to more are no scenario. */
    private static final int MOST_LETTERS = 1 << 20;

    private final String source;
    private final Node node;
    private final String what;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private YamlNode(String source, Node node, String what) {
        this.source = source;
        this.node = node;
        this.what = what;
    }

    /** The one document of a text. */
    static YamlNode document(String text, String source, String what) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source)
                .setAllowDuplicateKeys(false)
                .setCodePointLimit(MOST_LETTERS)
                .setMaxAliasesForCollections(10)
                .build();
        try {
            Node root = new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> new BadInputException(source + ": expected a scenario, found an empty file"));
            return new YamlNode(source, root, what);
        } catch (MarkedYamlEngineException e) {
            String line =
                    e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
            throw new BadInputException(source + line + ": not YAML: " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new BadInputException(source + ": not YAML: " + e.getMessage(), e);
        }
    }

    private static int line(Node at) {
        return at.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    BadInputException error(String message) {
        return new BadInputException(source + ":" + line(node) + ": " + message);
    }

    /** Requires a mapping with no keys but these. */
    YamlNode keys(List<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw error(what + ": expected keys with values (" + String.join(", ", known) + "), found " + found());
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!known.contains(key)) {
                throw new BadInputException(
                        source + ":" + line(tuple.getKeyNode()) + ": unknown key \"" + key + "\" in " + what
                                + "; expected " + (known.size() == 1 ? "" : "one of ") + String.join(", ", known));
            }
            if (values.put(key, tuple.getValueNode()) != null) {
                throw new BadInputException(
                        source + ":" + line(tuple.getKeyNode()) + ": \"" + key + "\" is there twice in " + what);
            }
        }
        return this;
    }

    /** Keys and values of a mapping whose keys nobody knows beforehand, in order. */
    Map<String, YamlNode> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw error(what + ": expected keys with values, found " + found());
        }
        Map<String, YamlNode> all = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            all.put(key, new YamlNode(source, tuple.getValueNode(), key + " of " + what));
        }
        return all;
    }

    private String found() {
        return node instanceof ScalarNode scalar
                ? "\"" + scalar.getValue() + "\""
                : node instanceof SequenceNode ? "a list" : "keys with values";
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** The value of a key; its name in messages. */
    Optional<YamlNode> find(String key) {
        @Nullable Node value = values.get(key);
        return value == null ? Optional.empty() : Optional.of(new YamlNode(source, value, key + " of " + what));
    }

    YamlNode get(String key) {
        return find(key).orElseThrow(() -> error(what + " lacks \"" + key + "\""));
    }

    /** The elements of a list, which has at least one. */
    List<YamlNode> elements(String element) {
        if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            throw error(what + ": expected a list with at least one entry, found "
                    + (node instanceof SequenceNode ? "an empty one" : found()));
        }
        List<YamlNode> all = new ArrayList<>();
        sequence.getValue().forEach(one -> all.add(new YamlNode(source, one, element)));
        return all;
    }

    String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw error(what + ": expected a single value, found " + found());
        }
        return scalar.getValue().strip();
    }

    /** What it is called in messages. */
    String what() {
        return what;
    }

    /** A name: lower-case letters, digits and hyphens, which fits a file's name and a column. */
    String name() {
        String text = text();
        if (!text.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw error(what + ": expected a name of at most 40 lower-case letters, digits and hyphens, found \"" + text
                    + "\"");
        }
        return text;
    }

    /** A whole number within bounds, both included. */
    int whole(int least, int most) {
        String text = text();
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw error(what + ": expected a whole number from " + least + " to " + most + ", found \"" + text + "\"");
        }
        throw error(what + ": expected a whole number from " + least + " to " + most + ", found " + text);
    }

    /** A number above zero. */
    double positive() {
        String text = text();
        try {
            double value = Double.parseDouble(text);
            if (value > 0 && value < 1e9) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw error(what + ": expected a number above 0, found \"" + text + "\"");
        }
        throw error(what + ": expected a number above 0, found " + text);
    }

    boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw error(what + ": expected true or false, found " + found());
        };
    }
}
