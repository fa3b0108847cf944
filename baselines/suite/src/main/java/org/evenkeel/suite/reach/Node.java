package org.evenkeel.suite.reach;

/** How classes and resources are written here: {@code com.acme.Foo}, and {@code /com/acme/words.txt}. */
final class Node {

    private Node() {}

    static String resource(String path) {
        return "/" + path;
    }

    static boolean isResource(String node) {
        return node.startsWith("/");
    }

    /** The package, or the folder in the form of a package; empty for the root. */
    static String packageOf(String node) {
        if (isResource(node)) {
            return node.lastIndexOf('/') == 0
                    ? ""
                    : node.substring(1, node.lastIndexOf('/')).replace('/', '.');
        }
        return node.lastIndexOf('.') < 0 ? "" : node.substring(0, node.lastIndexOf('.'));
    }

    /** The name within the package or folder. */
    static String lastPart(String node) {
        return node.substring(node.lastIndexOf(isResource(node) ? '/' : '.') + 1);
    }
}
