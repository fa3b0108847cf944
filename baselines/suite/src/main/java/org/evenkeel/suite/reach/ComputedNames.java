package org.evenkeel.suite.reach;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Finds calls that look a class or a resource up by a name which is not written at the call. A constant, handed over
 * directly or through a local variable, is written there, and what it names is followed as every constant is.
 */
final class ComputedNames {

    /** What is looked up. */
    enum What {
        CLASSES,
        RESOURCES
    }

    private static final Set<String> CLASS_LOOK_UPS = Set.of(
            "forName", "loadClass", "findClass", "defineClass", "defineHiddenClass", "defineHiddenClassWithClassData");

    private static final Set<String> RESOURCE_LOOK_UPS = Set.of(
            "getResource",
            "getResources",
            "getResourceAsStream",
            "getSystemResource",
            "getSystemResources",
            "getSystemResourceAsStream",
            "findResource",
            "findResources",
            "resources");

    private static final int METHOD_REFERENCE = 10;
    private static final int INTERFACE_METHOD_REFERENCE = 11;

    private ComputedNames() {}

    static Set<What> in(ClassReader read) {
        EnumSet<What> found = EnumSet.noneOf(What.class);
        if (mentionsLookUp(read)) {
            ClassNode node = new ClassNode(Canonical.ASM);
            read.accept(node, ClassReader.SKIP_FRAMES);
            node.methods.forEach(method -> look(node.name, method, found));
        }
        return found;
    }

    /** Whether one method looks something up by a name that is not written in it. */
    static boolean lookedUpIn(String owner, MethodNode method) {
        EnumSet<What> found = EnumSet.noneOf(What.class);
        look(owner, method, found);
        return !found.isEmpty();
    }

    /** Whether the constant pool holds a look-up at all: most classes need no second look. */
    private static boolean mentionsLookUp(ClassReader read) {
        char[] buffer = new char[read.getMaxStringLength()];
        for (int item = 1; item < read.getItemCount(); item++) {
            int offset = read.getItem(item);
            int tag = offset == 0 ? 0 : read.readByte(offset - 1);
            if (tag == METHOD_REFERENCE || tag == INTERFACE_METHOD_REFERENCE) {
                int nameAndType = read.getItem(read.readUnsignedShort(offset + 2));
                if (kind(
                                read.readClass(offset, buffer),
                                read.readUTF8(nameAndType, buffer),
                                read.readUTF8(nameAndType + 2, buffer))
                        != null) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What a method looks up; null for every other method. */
    private static @Nullable What kind(String owner, String name, String descriptor) {
        if (CLASS_LOOK_UPS.contains(name)
                && (descriptor.endsWith(")Ljava/lang/Class;")
                        || descriptor.endsWith(")Ljava/lang/invoke/MethodHandles$Lookup;"))) {
            return What.CLASSES;
        }
        if (RESOURCE_LOOK_UPS.contains(name) && descriptor.startsWith("(Ljava/lang/String;)")) {
            return What.RESOURCES;
        }
        return switch (owner) {
            case "java/util/ResourceBundle" -> name.equals("getBundle") ? What.CLASSES : null;
            case "java/io/ObjectInputStream", "java/beans/XMLDecoder" -> name.equals("<init>") ? What.CLASSES : null;
            case "java/security/ProtectionDomain" -> name.equals("getCodeSource") ? What.CLASSES : null;
            default -> null;
        };
    }

    private static void look(String owner, MethodNode method, Set<What> found) {
        boolean calls = false;
        for (AbstractInsnNode instruction : method.instructions) {
            if (instruction instanceof MethodInsnNode call) {
                calls |= kind(call.owner, call.name, call.desc) != null;
            } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
                for (Object argument : dynamic.bsmArgs) {
                    addReference(argument, found);
                }
            } else if (instruction instanceof LdcInsnNode constant) {
                addReference(constant.cst, found);
            }
        }
        if (calls) {
            lookAtArguments(owner, method, found);
        }
    }

    /** A method reference to a look-up: who calls it with what is not to be seen here. */
    private static void addReference(Object constant, Set<What> found) {
        if (constant instanceof Handle handle) {
            What kind = kind(handle.getOwner(), handle.getName(), handle.getDesc());
            if (kind != null) {
                found.add(kind);
            }
        }
    }

    private static void lookAtArguments(String owner, MethodNode method, Set<What> found) {
        Frame<BasicValue>[] before;
        try {
            before = new Analyzer<>(new Constants()).analyzeAndComputeMaxs(owner, method);
        } catch (AnalyzerException e) {
            before = null;
        }
        for (int i = 0; i < method.instructions.size(); i++) {
            if (method.instructions.get(i) instanceof MethodInsnNode call) {
                What kind = kind(call.owner, call.name, call.desc);
                // No frame: the analysis failed, or the call is never reached.
                if (kind != null && (before == null || before[i] == null || !isWritten(call, before[i]))) {
                    found.add(kind);
                }
            }
        }
    }

    /** Whether every string that the call takes is a constant, and it takes one. */
    private static boolean isWritten(MethodInsnNode call, Frame<BasicValue> before) {
        Type[] types = Type.getArgumentTypes(call.desc);
        int first = before.getStackSize() - types.length;
        boolean written = false;
        for (int i = 0; i < types.length; i++) {
            if (types[i].getDescriptor().equals("Ljava/lang/String;")) {
                if (!Constants.CONSTANT.equals(before.getStack(first + i))) {
                    return false;
                }
                written = true;
            }
        }
        // A bundle has more names than the one that is written: its languages.
        return written && !call.name.equals("getBundle");
    }

    /** Knows of each value whether it is a constant. */
    private static final class Constants extends BasicInterpreter {

        /** With a type of its own, since values are compared by their types. */
        static final BasicValue CONSTANT = new BasicValue(Type.getObjectType("a constant"));

        Constants() {
            super(Canonical.ASM);
        }

        @Override
        public BasicValue newOperation(AbstractInsnNode instruction) throws AnalyzerException {
            return instruction instanceof LdcInsnNode constant && constant.cst instanceof String
                    ? CONSTANT
                    : super.newOperation(instruction);
        }
    }
}
