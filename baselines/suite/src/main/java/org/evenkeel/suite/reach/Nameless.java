package org.evenkeel.suite.reach;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.ParameterNode;

/**
 * A class file but for the names of its private members and of parameters, and the order of its methods. These can be changed with no
 * effect on how it runs, as long as nobody else goes by the names: reflection, or a class of the same nest.
 *
 * @param hash SHA-256 of the rest
 * @param names what the names were, by what stands in their place
 */
record Nameless(String hash, Map<String, String> names) {

    /** Methods that the JVM's serialization looks up by their names. */
    private static final Set<String> LOOKED_UP =
            Set.of("readObject", "writeObject", "readObjectNoData", "readResolve", "writeReplace");

    private static final String FIELD = "field ";
    private static final String METHOD = "method ";
    private static final String PARAMETER = "parameter ";

    Nameless {
        names = Map.copyOf(names);
    }

    /** Empty when the class file cannot be read. */
    static Optional<Nameless> of(byte[] classFile) {
        try {
            ClassNode node = new ClassNode(Canonical.ASM);
            new ClassReader(Canonical.of(new ClassReader(classFile))).accept(node, 0);
            return Optional.of(new Erasure(node).done());
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * What nobody may go by if this is to run as another version with the same hash: old and new names of members, and looks by
     * reflection that would see the others, as {@link Names} writes them.
     */
    Set<String> changedSince(Nameless base) {
        Set<String> changed = new HashSet<>();
        names.forEach((place, name) -> {
            String before = base.names.getOrDefault(place, name);
            if (!name.equals(before)) {
                if (place.startsWith(PARAMETER)) {
                    changed.add(Names.REFLECTION + "getParameters");
                } else {
                    changed.add(name);
                    changed.add(before);
                }
                if (place.startsWith(FIELD)) {
                    changed.add(Names.REFLECTION + "getDeclaredFields");
                }
            }
        });
        return changed;
    }

    /** Takes the names out of one class. */
    private static final class Erasure {

        private final ClassNode node;
        private final Set<String> annotated = new HashSet<>();

        /** What stands in place of a name, by name and descriptor. */
        private final Map<String, String> methods = new HashMap<>();

        private final Map<String, String> fields = new HashMap<>();
        private final Map<String, String> names = new TreeMap<>();
        private final Map<String, MethodNode> erasable = new HashMap<>();
        private final Deque<MethodNode> open = new ArrayDeque<>();

        Erasure(ClassNode node) {
            this.node = node;
        }

        Nameless done() {
            collectAnnotated();
            eraseFields();
            numberMethods();
            // Only reflection sees in which method a class was declared.
            node.outerMethod = null;
            node.outerMethodDesc = null;
            node.methods.forEach(this::rename);
            node.methods.sort(Comparator.comparing((MethodNode method) -> method.name + method.desc));
            ClassWriter written = new ClassWriter(0);
            node.accept(written);
            return new Nameless(Hash.of(written.toByteArray()), names);
        }

        /** Annotations may go by names. */
        private void collectAnnotated() {
            addTexts(node.visibleAnnotations);
            addTexts(node.invisibleAnnotations);
            node.methods.forEach(method -> {
                addTexts(method.visibleAnnotations);
                addTexts(method.invisibleAnnotations);
                addTexts(method.visibleParameterAnnotations);
                addTexts(method.invisibleParameterAnnotations);
            });
            node.fields.forEach(field -> {
                addTexts(field.visibleAnnotations);
                addTexts(field.invisibleAnnotations);
            });
        }

        private void addTexts(@Nullable List<AnnotationNode> annotations) {
            if (annotations != null) {
                annotations.forEach(annotation -> addTexts((Object) annotation));
            }
        }

        private void addTexts(@Nullable List<AnnotationNode> @Nullable [] ofParameters) {
            if (ofParameters != null) {
                for (List<AnnotationNode> annotations : ofParameters) {
                    addTexts(annotations);
                }
            }
        }

        private void addTexts(@Nullable Object value) {
            if (value instanceof String text) {
                annotated.add(text);
            } else if (value instanceof List<?> values) {
                values.forEach(this::addTexts);
            } else if (value instanceof AnnotationNode annotation) {
                addTexts((Object) annotation.values);
            }
        }

        private boolean isFree(int access, String name) {
            return (access & Opcodes.ACC_PRIVATE) != 0 && !annotated.contains(name);
        }

        /** Their order is kept: it decides how objects are laid out. */
        private void eraseFields() {
            if (node.recordComponents != null) {
                return;
            }
            for (int i = 0; i < node.fields.size(); i++) {
                FieldNode field = node.fields.get(i);
                if (isFree(field.access, field.name)
                        && field.visibleAnnotations == null
                        && field.invisibleAnnotations == null
                        && !field.name.equals("serialVersionUID")) {
                    String place = FIELD + i;
                    fields.put(field.name + field.desc, place);
                    names.put(place, field.name);
                }
            }
            node.fields.forEach(field -> field.name = fields.getOrDefault(field.name + field.desc, field.name));
        }

        /** In the order in which methods that keep their names lead to them. */
        private void numberMethods() {
            for (MethodNode method : node.methods) {
                if (isFree(method.access, method.name)
                        && (method.access & Opcodes.ACC_NATIVE) == 0
                        && method.name.charAt(0) != '<'
                        && method.visibleAnnotations == null
                        && method.invisibleAnnotations == null
                        && !LOOKED_UP.contains(method.name)) {
                    erasable.put(method.name + method.desc, method);
                }
            }
            node.methods.stream()
                    .filter(method -> !erasable.containsKey(method.name + method.desc))
                    .sorted(Comparator.comparing((MethodNode method) -> method.name + method.desc))
                    .forEach(open::add);
            while (!open.isEmpty()) {
                for (AbstractInsnNode instruction : open.remove().instructions) {
                    number(instruction);
                }
            }
        }

        private void number(AbstractInsnNode instruction) {
            if (instruction instanceof MethodInsnNode call) {
                number(call.owner, call.name, call.desc);
            } else if (instruction instanceof LdcInsnNode constant) {
                numberIn(constant.cst);
            } else if (instruction instanceof InvokeDynamicInsnNode call) {
                numberIn(call.bsm);
                for (Object argument : call.bsmArgs) {
                    numberIn(argument);
                }
            }
        }

        private void numberIn(Object constant) {
            if (constant instanceof Handle handle) {
                number(handle.getOwner(), handle.getName(), handle.getDesc());
            } else if (constant instanceof ConstantDynamic computed) {
                numberIn(computed.getBootstrapMethod());
                for (int i = 0; i < computed.getBootstrapMethodArgumentCount(); i++) {
                    numberIn(computed.getBootstrapMethodArgument(i));
                }
            }
        }

        private void number(String owner, String name, String descriptor) {
            MethodNode method = owner.equals(node.name) ? erasable.get(name + descriptor) : null;
            if (method != null && !methods.containsKey(name + descriptor)) {
                String place = METHOD + methods.size();
                methods.put(name + descriptor, place);
                names.put(place, name);
                open.add(method);
            }
        }

        private void rename(MethodNode method) {
            method.name = methods.getOrDefault(method.name + method.desc, method.name);
            if (method.parameters != null) {
                for (int i = 0; i < method.parameters.size(); i++) {
                    ParameterNode parameter = method.parameters.get(i);
                    names.put(PARAMETER + method.name + method.desc + " " + i, String.valueOf(parameter.name));
                    parameter.name = PARAMETER + i;
                }
            }
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof MethodInsnNode call && call.owner.equals(node.name)) {
                    call.name = methods.getOrDefault(call.name + call.desc, call.name);
                } else if (instruction instanceof FieldInsnNode use && use.owner.equals(node.name)) {
                    use.name = fields.getOrDefault(use.name + use.desc, use.name);
                } else if (instruction instanceof LdcInsnNode constant) {
                    constant.cst = renamed(constant.cst);
                } else if (instruction instanceof InvokeDynamicInsnNode call) {
                    call.bsm = (Handle) renamed(call.bsm);
                    for (int i = 0; i < call.bsmArgs.length; i++) {
                        call.bsmArgs[i] = renamed(call.bsmArgs[i]);
                    }
                }
            }
        }

        private Object renamed(Object constant) {
            if (constant instanceof Handle handle && handle.getOwner().equals(node.name)) {
                String old = handle.getName() + handle.getDesc();
                String name = methods.getOrDefault(old, fields.getOrDefault(old, handle.getName()));
                return new Handle(handle.getTag(), handle.getOwner(), name, handle.getDesc(), handle.isInterface());
            }
            if (constant instanceof ConstantDynamic computed) {
                Object[] arguments = new Object[computed.getBootstrapMethodArgumentCount()];
                for (int i = 0; i < arguments.length; i++) {
                    arguments[i] = renamed(computed.getBootstrapMethodArgument(i));
                }
                return new ConstantDynamic(
                        computed.getName(),
                        computed.getDescriptor(),
                        (Handle) renamed(computed.getBootstrapMethod()),
                        arguments);
            }
            return constant;
        }
    }
}
