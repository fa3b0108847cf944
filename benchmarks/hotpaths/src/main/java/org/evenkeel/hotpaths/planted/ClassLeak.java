package org.evenkeel.hotpaths.planted;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;

/**
 * Leaks classes: the same few bytes of code, defined again and again as a hidden class. Each takes a few kilobytes of
 * metaspace. After {@link #close} they are unloaded as the collector finds them.
 */
final class ClassLeak implements Leak {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private final byte[] code;
    private final Chain<Class<?>> held = new Chain<>();

    ClassLeak() throws IOException {
        String resource = Template.class.getName().replace('.', '/') + ".class";
        try (InputStream in = ClassLeak.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("the class file " + resource + " is not on the class path; build the jar again");
            }
            code = in.readAllBytes();
        }
    }

    @Override
    public void hold() {
        try {
            held.add(LOOKUP.defineHiddenClass(code, false).lookupClass());
        } catch (IllegalAccessException e) {
            throw new AssertionError("a class may define hidden classes in its own package", e);
        }
    }

    @Override
    public void close() {
        held.drain(leaked -> {});
    }

    /** What is defined again and again. */
    private static final class Template {}
}
