package org.evenkeel.suite.why;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.compare.samples.code.TouchedMethod;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The methods of one name in a class.
 *
 * @param className binary name
 * @param name of the methods
 * @param sourcePath folders and name of the source; empty where the class does not say
 * @param code of each of them
 * @param firstLine of all; 0 where they have no lines
 * @param lastLine of all
 */
record MethodBytes(String className, String name, String sourcePath, List<byte[]> code, int firstLine, int lastLine) {

    MethodBytes {
        code = List.copyOf(code);
    }

    /** The methods of a class by the name that a profiler has for them; none of no bytes. */
    static Map<String, MethodBytes> of(byte[] classFile) {
        Map<String, MethodBytes> methods = new TreeMap<>();
        if (classFile.length == 0) {
            return methods;
        }
        ClassNode bare = new ClassNode();
        new ClassReader(classFile).accept(bare, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        ClassNode full = new ClassNode();
        new ClassReader(classFile).accept(full, ClassReader.SKIP_FRAMES);
        String className = bare.name.replace('/', '.');
        String folder = bare.name.substring(0, bare.name.lastIndexOf('/') + 1);
        String sourcePath = full.sourceFile == null ? "" : folder + full.sourceFile;
        for (int i = 0; i < bare.methods.size(); i++) {
            MethodNode method = bare.methods.get(i);
            Lines lines = Lines.of(full.methods.get(i));
            MethodBytes one = new MethodBytes(
                    className, method.name, sourcePath, List.of(bytes(bare, method)), lines.first, lines.last);
            methods.merge(className + "." + method.name, one, MethodBytes::and);
        }
        return methods;
    }

    /** The class around it with this method alone, so that its constants are numbered by itself. */
    private static byte[] bytes(ClassNode owner, MethodNode method) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(owner.version, owner.access, owner.name, null, owner.superName, null);
        method.accept(writer);
        return writer.toByteArray();
    }

    private MethodBytes and(MethodBytes other) {
        List<byte[]> both = new ArrayList<>(code);
        both.addAll(other.code);
        int first = firstLine == 0
                ? other.firstLine
                : other.firstLine == 0 ? firstLine : Math.min(firstLine, other.firstLine);
        return new MethodBytes(className, name, sourcePath, both, first, Math.max(lastLine, other.lastLine));
    }

    boolean hasSameCodeAs(MethodBytes other) {
        return code.size() == other.code.size()
                && code.stream().allMatch(one -> other.code.stream().anyMatch(two -> Arrays.equals(one, two)));
    }

    TouchedMethod touched(TouchedMethod.Kind kind) {
        boolean now = kind != TouchedMethod.Kind.REMOVED;
        return new TouchedMethod(className, name, kind, sourcePath, now ? firstLine : 0, now ? lastLine : 0);
    }

    /** The lines that its instructions come from; 0 where there are none. */
    private record Lines(int first, int last) {
        static Lines of(MethodNode method) {
            int[] bounds = {0, 0};
            method.accept(new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitLineNumber(int line, Label start) {
                    bounds[0] = bounds[0] == 0 ? line : Math.min(bounds[0], line);
                    bounds[1] = Math.max(bounds[1], line);
                }
            });
            return new Lines(bounds[0], bounds[1]);
        }
    }
}
