package org.evenkeel.suite.reach;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * A class file without what cannot change how it runs: written anew, so that its constant pool holds what is used, in the
 * order of use; and without the names of source files, line numbers, and names and types of local variables, which only
 * debuggers and stack traces show. Everything else stays, also what only reflection sees: the order of members,
 * parameter names, signatures, annotations.
 */
final class Canonical {

    static final int ASM = Opcodes.ASM9;

    private Canonical() {}

    /** @throws IllegalArgumentException when ASM does not know this version of the class file */
    static byte[] of(ClassReader read) {
        ClassWriter written = new ClassWriter(0);
        read.accept(new WithoutDebug(written), 0);
        return written.toByteArray();
    }

    /** Passes on everything but debug information. */
    static class WithoutDebug extends ClassVisitor {

        WithoutDebug(ClassVisitor next) {
            super(ASM, next);
        }

        @Override
        public void visitSource(@Nullable String source, @Nullable String debug) {}

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new MethodVisitor(ASM, super.visitMethod(access, name, descriptor, signature, exceptions)) {
                @Override
                public void visitLineNumber(int line, Label start) {}

                @Override
                public void visitLocalVariable(
                        String name,
                        String descriptor,
                        @Nullable String signature,
                        Label start,
                        Label end,
                        int index) {}
            };
        }
    }
}
