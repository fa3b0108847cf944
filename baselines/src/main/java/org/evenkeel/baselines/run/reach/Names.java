package org.evenkeel.baselines.run.reach;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;

/**
 * All names and texts in the constant pool of a class: whatever a class file says, it says there.
 *
 * @param classes binary names, with dots, of the types in class entries, descriptors and signatures
 * @param strings string constants, also the fixed pieces of concatenations; and texts of annotations
 */
record Names(Set<String> classes, Set<String> strings) {

    private static final Pattern TYPE = Pattern.compile("L([^;<>:()\\[.]+)[;<]");

    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_TYPE = 16;

    /** @param canonical a class whose constant pool holds only what it uses */
    static Names in(ClassReader canonical) {
        Set<String> classes = new HashSet<>();
        Set<String> strings = new HashSet<>();
        char[] buffer = new char[canonical.getMaxStringLength()];
        boolean[] isName = new boolean[canonical.getItemCount()];
        for (int item = 1; item < canonical.getItemCount(); item++) {
            int offset = canonical.getItem(item);
            if (offset == 0) {
                continue;
            }
            switch (canonical.readByte(offset - 1)) {
                case CLASS -> {
                    isName[canonical.readUnsignedShort(offset)] = true;
                    addType(canonical.readUTF8(offset, buffer), classes);
                }
                case STRING -> {
                    for (String piece : canonical.readUTF8(offset, buffer).split("[\u0001\u0002]", -1)) {
                        strings.add(piece);
                    }
                }
                case NAME_AND_TYPE -> {
                    isName[canonical.readUnsignedShort(offset)] = true;
                    isName[canonical.readUnsignedShort(offset + 2)] = true;
                    addTypes(canonical.readUTF8(offset + 2, buffer), classes);
                }
                case METHOD_TYPE -> addTypes(canonical.readUTF8(offset, buffer), classes);
                default -> {
                    // Numbers name nothing; the rest is made of the entries above.
                }
            }
        }
        for (int item = 1; item < canonical.getItemCount(); item++) {
            int offset = canonical.getItem(item);
            if (offset != 0 && canonical.readByte(offset - 1) == UTF8 && !isName[item]) {
                String text = utf8(canonical, offset);
                addTypes(text, classes);
                if (text.indexOf('.') >= 0 || text.indexOf('/') >= 0) {
                    strings.add(text);
                }
            }
        }
        return new Names(classes, strings);
    }

    /** Class entries hold {@code com/acme/Foo} or an array's descriptor. */
    private static void addType(String name, Set<String> classes) {
        if (name.startsWith("[")) {
            addTypes(name, classes);
        } else {
            classes.add(name.replace('/', '.'));
        }
    }

    private static void addTypes(String descriptor, Set<String> classes) {
        if (descriptor.indexOf(';') >= 0 && descriptor.indexOf('L') >= 0) {
            Matcher type = TYPE.matcher(descriptor);
            while (type.find()) {
                classes.add(type.group(1).replace('/', '.'));
            }
        }
    }

    /** Modified UTF-8 differs from UTF-8 only in characters that no name here has. */
    private static String utf8(ClassReader canonical, int offset) {
        int length = canonical.readUnsignedShort(offset);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(length);
        for (int i = 0; i < length; i++) {
            bytes.write(canonical.readByte(offset + 2 + i));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
