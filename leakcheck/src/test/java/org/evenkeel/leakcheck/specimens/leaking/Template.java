package org.evenkeel.leakcheck.specimens.leaking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A class to make further classes from, which do nothing. */
final class Template {
    /** What somebody else calls when it makes an instance by reflection. */
    public Template() {}

    /** The bytes of its class file. */
    static byte[] bytes() {
        try (InputStream file = Template.class.getResourceAsStream("Template.class")) {
            if (file == null) {
                throw new IllegalStateException("Template.class is not on the class path as a file");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A loader that defines the template itself, as a class of its own. */
    static final class Loader extends ClassLoader {
        private static final byte[] TEMPLATE = bytes();

        Class<?> define() {
            return defineClass(Template.class.getName(), TEMPLATE, 0, TEMPLATE.length);
        }
    }
}
