package org.evenkeel.leakcheck.run.cause;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Looks into class files for code that takes something out of what a field holds: a method that reads the field and calls
 * something that removes, or sets the field to something else. A method's name is taken at its word. Where there is such
 * code, what fills up may be emptied at some time; where there is none, it will not.
 */
public final class RemovingCode {

    private static final Set<String> REMOVING = Set.of(
            "clear",
            "drainTo",
            "pop",
            "take",
            "retainAll",
            "subList",
            "truncate",
            "setLength",
            "reset",
            "setSize",
            "trimToSize");

    private static final Set<String> REMOVING_PREFIXES = Set.of(
            "remove",
            "poll",
            "evict",
            "expire",
            "expunge",
            "invalidate",
            "purge",
            "prune",
            "discard",
            "drop",
            "delete",
            "flush",
            "unlink",
            "drain",
            "clean",
            "compact");

    private final ClassFiles files;

    /** @param files where classes are found */
    public RemovingCode(ClassFiles files) {
        this.files = files;
    }

    /**
     * A method that takes something out of what a field holds, such as {@code com.acme.Sessions.expire}; empty when there is none in
     * the class that declares it or those nested with it.
     *
     * @param owner the class that declares the field
     */
    public Optional<String> of(String owner, String field) {
        Optional<String> found = Optional.empty();
        for (String nested : nest(owner)) {
            if (found.isEmpty()) {
                found = files.bytes(nested).flatMap(bytes -> search(bytes, nested, owner.replace('.', '/'), field));
            }
        }
        return found;
    }

    /** Whether the code of a class can be read at all. */
    public boolean isKnown(String className) {
        return files.bytes(className).isPresent();
    }

    /** A method that a class itself declares in order to remove, as a collection of its own would. */
    public Optional<String> declaredBy(String className) {
        String[] found = new String[1];
        files.bytes(className)
                .ifPresent(bytes -> new ClassReader(bytes)
                        .accept(
                                new ClassVisitor(Opcodes.ASM9) {
                                    @Override
                                    public @Nullable MethodVisitor visitMethod(
                                            int access,
                                            String name,
                                            String descriptor,
                                            @Nullable String signature,
                                            String @Nullable [] thrown) {
                                        if (removes(name)) {
                                            found[0] = className + "." + name;
                                        }
                                        return null;
                                    }
                                },
                                ClassReader.SKIP_CODE));
        return Optional.ofNullable(found[0]);
    }

    private Set<String> nest(String owner) {
        Set<String> nest = new LinkedHashSet<>();
        nest.add(owner);
        String outermost = owner.indexOf('$') < 0 ? owner : owner.substring(0, owner.indexOf('$'));
        Set<String> open = new HashSet<>(List.of(owner, outermost));
        while (!open.isEmpty()) {
            String next = open.iterator().next();
            open.remove(next);
            nest.add(next);
            files.bytes(next)
                    .ifPresent(bytes -> new ClassReader(bytes)
                            .accept(
                                    new ClassVisitor(Opcodes.ASM9) {
                                        @Override
                                        public void visitInnerClass(
                                                String name,
                                                @Nullable String outer,
                                                @Nullable String inner,
                                                int access) {
                                            String nested = name.replace('/', '.');
                                            if (nested.startsWith(outermost + "$") && !nest.contains(nested)) {
                                                open.add(nested);
                                            }
                                        }
                                    },
                                    ClassReader.SKIP_CODE));
        }
        return nest;
    }

    private static Optional<String> search(byte[] bytes, String className, String owner, String field) {
        String[] found = new String[1];
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access,
                                    String name,
                                    String descriptor,
                                    @Nullable String signature,
                                    String @Nullable [] thrown) {
                                return new Method(name, owner, field) {
                                    @Override
                                    public void visitEnd() {
                                        if (takesOut()) {
                                            found[0] = className + "." + name;
                                        }
                                    }
                                };
                            }
                        },
                        ClassReader.SKIP_DEBUG);
        return Optional.ofNullable(found[0]);
    }

    private static boolean removes(String method) {
        return REMOVING.contains(method) || REMOVING_PREFIXES.stream().anyMatch(method::startsWith);
    }

    /** What one method does with the field. */
    private static class Method extends MethodVisitor {
        private final String method;
        private final String owner;
        private final String field;
        private boolean reads;
        private boolean sets;
        private boolean removing;

        Method(String method, String owner, String field) {
            super(Opcodes.ASM9);
            this.method = method;
            this.owner = owner;
            this.field = field;
        }

        @Override
        public void visitFieldInsn(int opcode, String declaring, String name, String descriptor) {
            if (name.equals(field) && declaring.equals(owner)) {
                reads |= opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
                sets |= opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC;
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String declaring, String name, String descriptor, boolean onInterface) {
            removing |= removes(name);
        }

        boolean takesOut() {
            // What is given back at the end of all is kept until then.
            return !method.equals("close")
                    && ((reads && removing) || (sets && !method.equals("<init>") && !method.equals("<clinit>")));
        }
    }
}
