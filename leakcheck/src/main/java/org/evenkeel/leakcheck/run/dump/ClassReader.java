package org.evenkeel.leakcheck.run.dump;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.evenkeel.leakcheck.run.worker.Worker;
import org.evenkeel.leakcheck.samples.HeapClass;
import org.evenkeel.leakcheck.samples.heap.Edge;
import org.jspecify.annotations.Nullable;
import shark.HprofRecord.HeapDumpRecord.ObjectRecord.ClassDumpRecord;
import shark.HprofRecord.LoadClassRecord;
import shark.HprofRecord.StackFrameRecord;
import shark.HprofRecord.StringRecord;
import shark.ValueHolder;

/** Collects the classes of a dump and works out what their objects look like. */
final class ClassReader {

    private static final int REFERENCE = 2;
    private static final int LONG = 11;
    private static final String[] PRIMITIVE_ARRAYS = {"[Z", "[C", "[F", "[D", "[B", "[S", "[I", "[J"};
    private static final int FIRST_PRIMITIVE = 4;
    private static final int[] PRIMITIVE_BYTES = {1, 2, 4, 8, 1, 2, 4, 8};
    private static final String OWN = Worker.class.getPackageName() + ".";

    private final int referenceBytes;
    private final Map<Long, String> strings = new HashMap<>();
    private final Map<Long, Long> nameIds = new HashMap<>();
    private final Map<Integer, Long> serials = new HashMap<>();
    private final List<DumpClass> all = new ArrayList<>();
    private final Map<Long, Integer> places = new HashMap<>();
    private final Map<String, Integer> byName = new HashMap<>();

    ClassReader(int referenceBytes) {
        this.referenceBytes = referenceBytes;
    }

    List<DumpClass> all() {
        return Collections.unmodifiableList(all);
    }

    int placeOf(long classId) {
        return places.getOrDefault(classId, -1);
    }

    int placeOfPrimitiveArray(int type) {
        return byName.getOrDefault(PRIMITIVE_ARRAYS[type - FIRST_PRIMITIVE], -1);
    }

    void add(StringRecord record) {
        strings.put(record.getId(), record.getString());
    }

    void add(LoadClassRecord record) {
        nameIds.put(record.getId(), record.getClassNameStringId());
        serials.put(record.getClassSerialNumber(), record.getId());
    }

    /** Returns the address of the class itself. */
    long add(ClassDumpRecord record) {
        String name = nameOf(record.getId());
        DumpClass type = new DumpClass(
                name,
                rawNameOf(record.getId()),
                record.getId(),
                record.getSuperclassId(),
                record.getClassLoaderId(),
                record.getProtectionDomainId());
        for (ClassDumpRecord.FieldRecord field : record.getFields()) {
            boolean reference = field.getType() == REFERENCE;
            if (reference) {
                type.declared.add(new DumpClass.Field(
                        new Edge(Edge.Kind.FIELD, name, string(field.getNameStringId()), true),
                        type.declaredDumpBytes));
            }
            if (field.getType() == LONG) {
                type.declaredLongs.add(type.declaredDumpBytes);
            }
            int bytes = reference ? 0 : PRIMITIVE_BYTES[field.getType() - FIRST_PRIMITIVE];
            type.declaredDumpBytes += reference ? Long.BYTES : bytes;
            type.declaredHeapBytes += reference ? referenceBytes : bytes;
        }
        for (ClassDumpRecord.StaticFieldRecord field : record.getStaticFields()) {
            if (field.getValue() instanceof ValueHolder.ReferenceHolder holder && !holder.isNull()) {
                type.statics.add(new DumpClass.Static(
                        new Edge(Edge.Kind.STATIC_FIELD, name, string(field.getNameStringId()), true),
                        holder.getValue()));
            }
        }
        places.put(type.id, all.size());
        byName.put(name, all.size());
        all.add(type);
        return type.id;
    }

    /** Works out what depends on other classes, once all are known. */
    void link() {
        for (DumpClass type : all) {
            type.own = type.name.contains(OWN);
            type.application = !type.own && isApplication(type);
            for (int i = 0; i < PRIMITIVE_ARRAYS.length; i++) {
                if (type.name.equals(PRIMITIVE_ARRAYS[i])) {
                    type.primitiveBytes = PRIMITIVE_BYTES[i];
                }
            }
        }
        all.forEach(this::inherit);
        for (DumpClass type : all) {
            type.statics.replaceAll(field -> new DumpClass.Static(
                    new Edge(field.edge().kind(), type.name, field.edge().name(), type.application), field.target()));
        }
    }

    private void inherit(DumpClass type) {
        List<DumpClass.Field> fields = new ArrayList<>();
        List<Integer> longs = new ArrayList<>();
        int dumpBytes = 0;
        int heapBytes = referenceBytes == 4 ? 12 : 16;
        for (DumpClass at = type; at != null; at = superOf(at)) {
            for (DumpClass.Field field : at.declared) {
                fields.add(new DumpClass.Field(
                        new Edge(Edge.Kind.FIELD, at.name, field.edge().name(), at.application),
                        dumpBytes + field.offset()));
            }
            for (int offset : at.declaredLongs) {
                longs.add(dumpBytes + offset);
            }
            dumpBytes += at.declaredDumpBytes;
            heapBytes += at.declaredHeapBytes;
            type.reference |= at.name.equals("java.lang.ref.Reference");
            type.thread |= at.name.equals("java.lang.Thread");
            type.loader |= at.name.equals("java.lang.ClassLoader");
        }
        type.fields = fields.toArray(DumpClass.Field[]::new);
        type.longs = longs.stream().mapToInt(Integer::intValue).toArray();
        type.heapBytes = (heapBytes + 7) & -8;
    }

    private @Nullable DumpClass superOf(DumpClass type) {
        int place = placeOf(type.superId);
        return place < 0 ? null : all.get(place);
    }

    private static boolean isApplication(DumpClass type) {
        String name = type.name;
        boolean jdk = type.loaderId == 0
                || name.startsWith("java.")
                || name.startsWith("jdk.")
                || name.startsWith("sun.")
                || name.startsWith("com.sun.");
        return !jdk && (!type.isArray() || name.contains("L"));
    }

    /** Settles which classes stay for good: those that the JVM's own loaders defined, under a name. */
    void linkLoaders(LongPredicate isBuiltInLoader) {
        for (DumpClass type : all) {
            type.permanent = (type.loaderId == 0 || isBuiltInLoader.test(type.loaderId)) && !type.name.contains("$$");
        }
    }

    /** A running method, as stack traces write it. */
    String describe(StackFrameRecord frame) {
        Long classId = serials.get(frame.getClassSerialNumber());
        String owner = classId == null ? "?" : nameOf(classId);
        String source = string(frame.getSourceFileNameStringId());
        return owner + "." + string(frame.getMethodNameStringId()) + "("
                + (frame.getLineNumber() > 0 ? source + ":" + frame.getLineNumber() : source) + ")";
    }

    private String nameOf(long classId) {
        return HeapClass.normalized(rawNameOf(classId));
    }

    private String rawNameOf(long classId) {
        Long nameId = nameIds.get(classId);
        return nameId == null ? "?" : string(nameId).replace('/', '.');
    }

    private String string(long id) {
        return strings.getOrDefault(id, "?");
    }
}
