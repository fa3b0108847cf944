package org.evenkeel.suite.reach;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * What runs of a hot path when another one is measured. {@code HotPaths} makes every provider and asks for its name, so
 * its static initialiser, its constructor and {@code name()} run, and what these call; nothing else does. Whatever is
 * not plain to follow counts as reached with its whole class.
 *
 * <p>Most providers only make a few objects and return a constant. That leaves nothing behind for another path to see,
 * so it counts for nothing: somebody who adds or renames a path does not change the others.
 */
final class LookUp {

    /** JDK classes whose static methods compute a value and do nothing else. */
    private static final Set<String> VALUES = Set.of(
            "java/lang/Boolean",
            "java/lang/Byte",
            "java/lang/Character",
            "java/lang/Double",
            "java/lang/Float",
            "java/lang/Integer",
            "java/lang/Long",
            "java/lang/Math",
            "java/lang/Short",
            "java/lang/String",
            "java/time/Duration",
            "java/time/Instant",
            "java/time/Period",
            "java/time/temporal/ChronoUnit",
            "java/util/List",
            "java/util/Locale",
            "java/util/Map",
            "java/util/Objects",
            "java/util/Optional",
            "java/util/Set",
            "java/util/concurrent/TimeUnit",
            "java/util/function/Function",
            "java/util/function/UnaryOperator");

    private static final String STATIC_INITIALISER = "<clinit>";

    private record Method(String owner, String name, String descriptor) {}

    private final Catalogue catalogue;
    private final Contents contents;
    private final ClassPath.Reader reader;

    private final Map<String, ClassNode> nodes = new HashMap<>();
    private final Set<Method> methods = new HashSet<>();
    private final Set<Method> virtualCalls = new HashSet<>();
    private final Set<String> instantiated = new TreeSet<>();
    private final Set<String> fields = new HashSet<>();
    private final Deque<Method> open = new ArrayDeque<>();
    private final Set<String> reached = new TreeSet<>();
    private boolean leavesSomething;

    private LookUp(Catalogue catalogue, Contents contents, ClassPath.Reader reader) {
        this.catalogue = catalogue;
        this.contents = contents;
        this.reader = reader;
    }

    /** @param provider binary name of a class on the class path */
    static LookUp of(String provider, Catalogue catalogue, Contents contents, ClassPath.Reader reader) {
        LookUp lookUp = new LookUp(catalogue, contents, reader);
        String name = provider.replace('.', '/');
        lookUp.instantiate(name);
        lookUp.call(new Method(name, "<init>", "()V"));
        lookUp.call(new Method(name, "name", "()Ljava/lang/String;"));
        lookUp.follow();
        return lookUp;
    }

    /** Classes that have to be reached as a whole. */
    Set<String> reached() {
        return reached;
    }

    /** SHA-256 of the methods that run; empty when they only make values. */
    Optional<String> hash() {
        if (!leavesSomething && reached.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<String, Set<Method>> byOwner = new TreeMap<>();
        methods.forEach(method -> byOwner.computeIfAbsent(method.owner(), owner -> new HashSet<>())
                .add(method));
        StringBuilder all = new StringBuilder();
        byOwner.forEach((owner, some) -> all.append(owner)
                .append('\n')
                .append(Hash.of(onlyWhatRuns(owner, some)))
                .append('\n'));
        return Optional.of(Hash.of(all.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] onlyWhatRuns(String owner, Set<Method> some) {
        ClassWriter written = new ClassWriter(0);
        // Whatever is not passed on here is a fact about the class that no method which runs looks at.
        read(owner)
                .accept(
                        new Canonical.WithoutDebug(new ClassVisitor(Canonical.ASM) {
                            @Override
                            public void visit(
                                    int version,
                                    int access,
                                    String name,
                                    @Nullable String signature,
                                    @Nullable String superName,
                                    String @Nullable [] interfaces) {
                                written.visit(version, access, name, null, superName, interfaces);
                            }

                            @Override
                            public @Nullable FieldVisitor visitField(
                                    int access,
                                    String name,
                                    String descriptor,
                                    @Nullable String signature,
                                    @Nullable Object value) {
                                return fields.contains(owner + "." + name)
                                        ? written.visitField(access, name, descriptor, null, value)
                                        : null;
                            }

                            @Override
                            public @Nullable MethodVisitor visitMethod(
                                    int access,
                                    String name,
                                    String descriptor,
                                    @Nullable String signature,
                                    String @Nullable [] exceptions) {
                                return some.contains(new Method(owner, name, descriptor))
                                        ? written.visitMethod(access, name, descriptor, null, exceptions)
                                        : null;
                            }
                        }),
                        0);
        return written.toByteArray();
    }

    private void follow() {
        while (!open.isEmpty()) {
            Method method = open.remove();
            MethodNode code = declared(method);
            if (code != null) {
                look(method.owner(), code);
            }
        }
    }

    private void look(String owner, MethodNode code) {
        if ((code.access & (Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED)) != 0) {
            leavesSomething = true;
        }
        if (ComputedNames.lookedUpIn(owner, code)) {
            reachWhole(owner);
        }
        for (AbstractInsnNode instruction : code.instructions) {
            if (instruction instanceof MethodInsnNode call) {
                lookAtCall(call);
            } else if (instruction instanceof FieldInsnNode field) {
                lookAtField(field, owner);
            } else if (instruction instanceof TypeInsnNode type && type.getOpcode() == Opcodes.NEW) {
                instantiate(type.desc);
            } else if (instruction instanceof InvokeDynamicInsnNode dynamic) {
                leavesSomething = true;
                for (Object argument : dynamic.bsmArgs) {
                    lookAtConstant(argument, owner);
                }
            } else if (instruction instanceof LdcInsnNode constant) {
                lookAtConstant(constant.cst, owner);
            } else if (instruction instanceof JumpInsnNode jump) {
                leavesSomething |= code.instructions.indexOf(jump.label) <= code.instructions.indexOf(jump);
            } else if (instruction.getOpcode() == Opcodes.MONITORENTER || instruction.getOpcode() == Opcodes.ATHROW) {
                leavesSomething = true;
            }
        }
    }

    private void lookAtCall(MethodInsnNode call) {
        if (call.owner.startsWith("[")) {
            return;
        }
        if (!isHere(call.owner)) {
            boolean objectItself = call.owner.equals("java/lang/Object") && call.name.equals("<init>");
            leavesSomething |= !objectItself && !computesValue(call);
            return;
        }
        Method method = new Method(call.owner, call.name, call.desc);
        if (call.getOpcode() == Opcodes.INVOKESTATIC) {
            initialise(call.owner);
        }
        call(method);
        if ((call.getOpcode() == Opcodes.INVOKEVIRTUAL || call.getOpcode() == Opcodes.INVOKEINTERFACE)
                && virtualCalls.add(method)) {
            instantiated.forEach(type -> callIfThere(new Method(type, call.name, call.desc)));
        }
    }

    private static boolean computesValue(MethodInsnNode call) {
        // An instance of a collection can be anybody's; its methods then do anything.
        boolean known = call.getOpcode() == Opcodes.INVOKESTATIC
                || !call.owner.startsWith("java/util/")
                || call.owner.equals("java/util/concurrent/TimeUnit");
        return known && VALUES.contains(call.owner);
    }

    private void lookAtField(FieldInsnNode field, String owner) {
        boolean isStatic = field.getOpcode() == Opcodes.GETSTATIC || field.getOpcode() == Opcodes.PUTSTATIC;
        fields.add(field.owner + "." + field.name);
        if (isStatic) {
            if (isHere(field.owner)) {
                initialise(field.owner);
            }
            leavesSomething |= field.getOpcode() == Opcodes.PUTSTATIC
                    ? !field.owner.equals(owner)
                    : !isHere(field.owner) && !VALUES.contains(field.owner);
        }
    }

    private void lookAtConstant(Object constant, String owner) {
        if (constant instanceof Handle handle) {
            if (isHere(handle.getOwner())) {
                initialise(handle.getOwner());
                call(new Method(handle.getOwner(), handle.getName(), handle.getDesc()));
            }
        } else if (constant instanceof Type type) {
            if (type.getSort() == Type.OBJECT) {
                reachWhole(type.getInternalName());
            }
        } else if (constant instanceof ConstantDynamic) {
            leavesSomething = true;
            reachWhole(owner);
        } else if (constant instanceof String text) {
            Set<String> targets = new HashSet<>();
            Set<String> prefixes = new HashSet<>();
            catalogue.addText(text, Node.packageOf(owner.replace('/', '.')), targets, prefixes, new HashSet<>());
            reached.addAll(targets);
            prefixes.forEach(prefix -> reached.addAll(catalogue.startingWith(prefix)));
        }
    }

    /** An object of this class is made: what is called on objects from now on may be its methods. */
    private void instantiate(String type) {
        if (!isHere(type)) {
            leavesSomething |= !type.equals("java/lang/Object");
            return;
        }
        initialise(type);
        if (instantiated.add(type)) {
            virtualCalls.stream()
                    .toList()
                    .forEach(method -> callIfThere(new Method(type, method.name(), method.descriptor())));
            if (hasTypesFromElsewhere(type)) {
                // Library code that gets hold of it may call any of its methods.
                for (String at = type; at != null && isHere(at); at = node(at).superName) {
                    String owner = at;
                    node(at).methods.stream()
                            .filter(method -> (method.access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0)
                            .filter(method -> !method.name.equals("<init>"))
                            .forEach(method -> call(new Method(owner, method.name, method.desc)));
                }
            }
        }
    }

    private boolean hasTypesFromElsewhere(String type) {
        ClassNode node = node(type);
        List<String> above = new ArrayList<>(node.interfaces);
        if (node.superName != null && !node.superName.equals("java/lang/Object")) {
            above.add(node.superName);
        }
        return above.stream().anyMatch(name -> !isHere(name) || hasTypesFromElsewhere(name));
    }

    private void initialise(String type) {
        for (String at = type; at != null && isHere(at); at = node(at).superName) {
            callIfThere(new Method(at, STATIC_INITIALISER, "()V"));
            node(at).interfaces.stream().filter(this::isHere).forEach(this::initialise);
        }
    }

    /** Calls a method, which can be inherited; one from outside the class path is nothing to follow. */
    private void call(Method method) {
        if (!callIfThere(method) && !method.name().equals(STATIC_INITIALISER)) {
            leavesSomething = true;
        }
    }

    private boolean callIfThere(Method method) {
        if (!isHere(method.owner())) {
            return false;
        }
        if (declared(method) != null) {
            if (methods.add(method)) {
                open.add(method);
            }
            return true;
        }
        if (method.name().equals(STATIC_INITIALISER) || method.name().equals("<init>")) {
            return false;
        }
        ClassNode node = node(method.owner());
        boolean found =
                node.superName != null && callIfThere(new Method(node.superName, method.name(), method.descriptor()));
        for (String type : node.interfaces) {
            found |= callIfThere(new Method(type, method.name(), method.descriptor()));
        }
        return found;
    }

    private @Nullable MethodNode declared(Method method) {
        return node(method.owner()).methods.stream()
                .filter(candidate -> candidate.name.equals(method.name()) && candidate.desc.equals(method.descriptor()))
                .findFirst()
                .orElse(null);
    }

    private void reachWhole(String internalName) {
        String name = internalName.replace('/', '.');
        if (catalogue.has(name)) {
            reached.add(name);
        }
    }

    private boolean isHere(String internalName) {
        return catalogue.has(internalName.replace('/', '.'));
    }

    private ClassReader read(String internalName) {
        return contents.oldest(internalName.replace('/', '.'), reader);
    }

    private ClassNode node(String internalName) {
        ClassNode node = nodes.get(internalName);
        if (node == null) {
            node = new ClassNode(Canonical.ASM);
            read(internalName).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            nodes.put(internalName, node);
        }
        return node;
    }
}
