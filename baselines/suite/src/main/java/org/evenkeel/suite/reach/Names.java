package org.evenkeel.suite.reach;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/**
 * All names and texts in the constant pool of a class: whatever a class file says, it says there.
 *
 * @param classes binary names, with dots, of the types in class entries, descriptors and signatures
 * @param strings string constants, also the fixed pieces of concatenations; and texts of annotations
 * @param mentions string constants as they are, other texts that are no names of the class's own members, names of members of
 *     other classes of its package that it uses, and methods of reflection that it calls
 */
record Names(Set<String> classes, Set<String> strings, Set<String> mentions) {

    /** Before the name of a method of reflection that is called, among the mentions. */
    static final String REFLECTION = "reflection ";

    /** Where a concatenation puts an argument, and where a constant that is no string. */
    private static final char ARGUMENT = 1;

    private static final char CONSTANT = 2;

    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;

    /** @param canonical a class file whose constant pool holds only what it uses */
    static Names in(byte[] canonical) {
        ClassReader pool = new ClassReader(canonical);
        Set<String> classes = new HashSet<>();
        Set<String> strings = new HashSet<>();
        Set<String> mentions = new HashSet<>();
        Set<String> ownMembers = ownMembers(pool);
        String home = packageOf(pool.getClassName());
        boolean[] isName = new boolean[pool.getItemCount()];
        for (int item = 1; item < pool.getItemCount(); item++) {
            int offset = pool.getItem(item);
            if (offset == 0) {
                continue;
            }
            switch (pool.readByte(offset - 1)) {
                case CLASS -> {
                    int name = pool.readUnsignedShort(offset);
                    isName[name] = true;
                    String type = utf8(canonical, pool, name);
                    if (type.startsWith("[")) {
                        addTypes(type, classes);
                    } else {
                        classes.add(type.replace('/', '.'));
                    }
                }
                case STRING -> {
                    String text = utf8(canonical, pool, pool.readUnsignedShort(offset));
                    mentions.add(text);
                    if (text.indexOf(ARGUMENT) < 0 && text.indexOf(CONSTANT) < 0) {
                        strings.add(text);
                    } else {
                        strings.addAll(List.of(text.split("[" + ARGUMENT + CONSTANT + "]", -1)));
                    }
                }
                case FIELD, METHOD, INTERFACE_METHOD -> {
                    int owner = pool.readUnsignedShort(pool.getItem(pool.readUnsignedShort(offset)));
                    String type = utf8(canonical, pool, owner);
                    int member = pool.getItem(pool.readUnsignedShort(offset + 2));
                    String name = utf8(canonical, pool, pool.readUnsignedShort(member));
                    if (!type.equals(pool.getClassName()) && packageOf(type).equals(home)) {
                        mentions.add(name);
                    } else if (type.startsWith("java/lang/reflect/") || type.equals("java/lang/Class")) {
                        mentions.add(REFLECTION + name);
                    }
                }
                case NAME_AND_TYPE -> isName[pool.readUnsignedShort(offset)] = true;
                default -> {
                    // Numbers name nothing; the rest is made of the entries above.
                }
            }
        }
        for (int item = 1; item < pool.getItemCount(); item++) {
            int offset = pool.getItem(item);
            if (offset != 0 && pool.readByte(offset - 1) == UTF8 && !isName[item]) {
                String text = utf8(canonical, pool, item);
                addTypes(text, classes);
                if (!ownMembers.contains(text)) {
                    mentions.add(text);
                }
                if (text.indexOf('.') >= 0 || text.indexOf('/') >= 0) {
                    strings.add(text);
                }
            }
        }
        return new Names(classes, strings, mentions);
    }

    private static Set<String> ownMembers(ClassReader read) {
        ClassNode node = new ClassNode(Canonical.ASM);
        read.accept(node, ClassReader.SKIP_CODE);
        Set<String> names = new HashSet<>();
        node.fields.forEach(field -> names.add(field.name));
        node.methods.forEach(method -> names.add(method.name));
        return names;
    }

    private static String packageOf(String internalName) {
        return internalName.substring(0, internalName.lastIndexOf('/') + 1);
    }

    /** Adds the types of a descriptor or signature; of any other text, nothing that is a name of a class. */
    static void addTypes(String text, Set<String> classes) {
        for (int start = text.indexOf('L'); start >= 0; start = text.indexOf('L', start + 1)) {
            int end = start + 1;
            while (end < text.length() && !endsType(text.charAt(end))) {
                end++;
            }
            if (end < text.length() && end > start + 1 && (text.charAt(end) == ';' || text.charAt(end) == '<')) {
                classes.add(text.substring(start + 1, end).replace('/', '.'));
                start = end;
            }
        }
    }

    private static boolean endsType(char c) {
        return c == ';' || c == '<' || c == '>' || c == ':' || c == '(' || c == ')' || c == '[' || c == '.';
    }

    private static String utf8(byte[] canonical, ClassReader pool, int item) {
        int offset = pool.getItem(item);
        // Modified UTF-8 differs from UTF-8 only in characters that names of classes and files do not have.
        return new String(canonical, offset + 2, pool.readUnsignedShort(offset), StandardCharsets.UTF_8);
    }
}
