package org.evenkeel.leakcheck.run.dump;

import java.io.File;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import shark.GcRoot;
import shark.HprofHeader;
import shark.HprofRecord.HeapDumpRecord.ObjectRecord.InstanceDumpRecord;
import shark.HprofRecord.HeapDumpRecord.ObjectRecord.ObjectArrayDumpRecord;
import shark.HprofRecord.StackFrameRecord;
import shark.HprofRecord.StackTraceRecord;
import shark.HprofRecordReader;
import shark.HprofRecordTag;
import shark.OnHprofRecordTagListener;
import shark.StreamingHprofReader;

/** Makes a graph of a dump, in three passes over the file: what there is, what refers to what, and names of threads. */
final class GraphReader {

    private static final int LONGEST_NAME_BYTES = 400;

    private static final String BUILT_IN_LOADERS = "jdk.internal.loader.ClassLoaders$";

    private final File file;
    private final int referenceBytes;
    private final HprofHeader header;
    private final ClassReader classes;
    private final Map<Integer, StackTraceRecord> traces = new HashMap<>();
    private final Map<Long, StackFrameRecord> frames = new HashMap<>();
    private final Map<Integer, GcRoot.ThreadObject> threads = new HashMap<>();
    private final List<GcRoot> roots = new ArrayList<>();
    private final IntChunks references = new IntChunks();
    private final IdIndex.Builder ids = new IdIndex.Builder();
    private final TimeStamps times = TimeStamps.aroundNow();
    private final BitSet timed = new BitSet();

    private GraphReader(File file, int referenceBytes) {
        this.file = file;
        this.referenceBytes = referenceBytes;
        header = HprofHeader.Companion.parseHeaderOf(file);
        classes = new ClassReader(referenceBytes);
    }

    /**
     * Reads.
     *
     * @param referenceBytes what a reference takes on the heap of that JVM
     */
    static HeapGraph read(File file, int referenceBytes) {
        return new GraphReader(file, referenceBytes).read();
    }

    private HeapGraph read() {
        pass(
                EnumSet.complementOf(EnumSet.of(HprofRecordTag.UNLOAD_CLASS)),
                (tag, length, reader) -> first(tag, length, reader));
        classes.link();
        IdIndex index = ids.build();
        int[] classOf = new int[index.size()];
        int[] start = new int[index.size()];
        Arrays.fill(classOf, -1);
        int[] classObjects = new int[classes.all().size()];
        for (int i = 0; i < classObjects.length; i++) {
            int object = index.of(classes.all().get(i).id);
            classObjects[i] = object;
            if (object >= 0) {
                classOf[object] = HeapGraph.CLASS_OBJECT;
                start[object] = i;
            }
        }
        pass(
                EnumSet.of(
                        HprofRecordTag.INSTANCE_DUMP,
                        HprofRecordTag.OBJECT_ARRAY_DUMP,
                        HprofRecordTag.PRIMITIVE_ARRAY_DUMP),
                (tag, length, reader) -> second(tag, reader, index, classOf, start));
        classes.linkLoaders(id -> {
            int loader = index.of(id);
            return loader >= 0
                    && classOf[loader] >= 0
                    && classes.all().get(classOf[loader]).name.startsWith(BUILT_IN_LOADERS);
        });
        return new HeapGraph(
                classes.all(),
                classOf,
                start,
                references,
                roots(index),
                threadNames(index, classOf, start),
                classObjects,
                targets(index),
                timed,
                referenceBytes);
    }

    private void pass(Set<HprofRecordTag> tags, OnHprofRecordTagListener listener) {
        StreamingHprofReader.Companion.readerFor(file, header).readRecords(tags, listener);
    }

    private void first(HprofRecordTag tag, long length, HprofRecordReader reader) {
        switch (tag) {
            case STRING_IN_UTF8 -> classes.add(reader.readStringRecord(length));
            case LOAD_CLASS -> classes.add(reader.readLoadClassRecord());
            case STACK_FRAME -> {
                StackFrameRecord frame = reader.readStackFrameRecord();
                frames.put(frame.getId(), frame);
            }
            case STACK_TRACE -> {
                StackTraceRecord trace = reader.readStackTraceRecord();
                traces.put(trace.getStackTraceSerialNumber(), trace);
            }
            case CLASS_DUMP -> ids.add(classes.add(reader.readClassDumpRecord()));
            case INSTANCE_DUMP -> {
                ids.add(reader.readId());
                reader.skip(4);
                reader.skipId();
                reader.skip(reader.readInt());
            }
            case OBJECT_ARRAY_DUMP -> {
                ids.add(reader.readId());
                reader.skip(4);
                int length2 = reader.readInt();
                reader.skipId();
                reader.skip((long) length2 * header.getIdentifierByteSize());
            }
            case PRIMITIVE_ARRAY_DUMP -> {
                ids.add(reader.readId());
                reader.skip(4);
                int length2 = reader.readInt();
                reader.skip((long) length2 * reader.sizeOf(reader.readUnsignedByte()));
            }
            case ROOT_THREAD_OBJECT -> {
                GcRoot.ThreadObject thread = reader.readThreadObjectGcRootRecord();
                threads.put(thread.getThreadSerialNumber(), thread);
                roots.add(thread);
            }
            case ROOT_JNI_GLOBAL -> roots.add(reader.readJniGlobalGcRootRecord());
            case ROOT_JNI_LOCAL -> roots.add(reader.readJniLocalGcRootRecord());
            case ROOT_JAVA_FRAME -> roots.add(reader.readJavaFrameGcRootRecord());
            case ROOT_NATIVE_STACK -> roots.add(reader.readNativeStackGcRootRecord());
            case ROOT_MONITOR_USED -> roots.add(reader.readMonitorUsedGcRootRecord());
            default -> skip(tag, length, reader);
        }
    }

    /** A classes' static fields are roots here, so roots that hold classes add nothing. */
    private static void skip(HprofRecordTag tag, long length, HprofRecordReader reader) {
        switch (tag) {
            case ROOT_STICKY_CLASS -> reader.readStickyClassGcRootRecord();
            case ROOT_THREAD_BLOCK -> reader.readThreadBlockGcRootRecord();
            case ROOT_UNKNOWN -> reader.readUnknownGcRootRecord();
            case ROOT_INTERNED_STRING -> reader.readInternedStringGcRootRecord();
            case ROOT_FINALIZING -> reader.readFinalizingGcRootRecord();
            case ROOT_DEBUGGER -> reader.readDebuggerGcRootRecord();
            case ROOT_REFERENCE_CLEANUP -> reader.readReferenceCleanupGcRootRecord();
            case ROOT_VM_INTERNAL -> reader.readVmInternalGcRootRecord();
            case ROOT_JNI_MONITOR -> reader.readJniMonitorGcRootRecord();
            case ROOT_UNREACHABLE -> reader.readUnreachableGcRootRecord();
            case HEAP_DUMP_INFO -> reader.skipHeapDumpInfoRecord();
            case HEAP_DUMP, HEAP_DUMP_SEGMENT, HEAP_DUMP_END -> {
                // Their content comes as records of its own.
            }
            default -> reader.skip(length);
        }
    }

    private void second(HprofRecordTag tag, HprofRecordReader reader, IdIndex index, int[] classOf, int[] start) {
        switch (tag) {
            case INSTANCE_DUMP -> {
                InstanceDumpRecord record = reader.readInstanceDumpRecord();
                int object = index.of(record.getId());
                int place = classes.placeOf(record.getClassId());
                if (place >= 0) {
                    classOf[object] = place;
                    start[object] = references.size();
                    ByteBuffer values = ByteBuffer.wrap(record.getFieldValues());
                    for (DumpClass.Field field : classes.all().get(place).fields) {
                        references.add(index.of(id(values, field.offset())));
                    }
                    if (times.isIn(classes.all().get(place), values)) {
                        timed.set(object);
                    }
                }
            }
            case OBJECT_ARRAY_DUMP -> {
                ObjectArrayDumpRecord record = reader.readObjectArrayDumpRecord();
                int object = index.of(record.getId());
                classOf[object] = classes.placeOf(record.getArrayClassId());
                start[object] = references.size();
                references.add(record.getElementIds().length);
                for (long element : record.getElementIds()) {
                    int target = index.of(element);
                    if (target >= 0) {
                        references.add(target);
                    }
                }
                references.add(-1);
            }
            default -> {
                int object = index.of(reader.readId());
                reader.skip(4);
                start[object] = reader.readInt();
                int type = reader.readUnsignedByte();
                classOf[object] = classes.placeOfPrimitiveArray(type);
                reader.skip((long) start[object] * reader.sizeOf(type));
            }
        }
    }

    private long id(ByteBuffer values, int offset) {
        return header.getIdentifierByteSize() == 8 ? values.getLong(offset) : values.getInt(offset) & 0xFFFF_FFFFL;
    }

    private List<HeapGraph.Root> roots(IdIndex index) {
        List<HeapGraph.Root> found = new ArrayList<>();
        for (GcRoot root : roots) {
            int object = index.of(root.getId());
            if (object >= 0) {
                found.add(root(root, object, index));
            }
        }
        return found;
    }

    private HeapGraph.Root root(GcRoot root, int object, IdIndex index) {
        if (root instanceof GcRoot.ThreadObject) {
            return new HeapGraph.Root(HeapGraph.RootKind.THREAD, object, object, "");
        }
        if (root instanceof GcRoot.JavaFrame local) {
            return new HeapGraph.Root(
                    HeapGraph.RootKind.LOCAL,
                    object,
                    thread(local.getThreadSerialNumber(), index),
                    frame(local.getThreadSerialNumber(), local.getFrameNumber()));
        }
        if (root instanceof GcRoot.JniLocal local) {
            return new HeapGraph.Root(
                    HeapGraph.RootKind.LOCAL,
                    object,
                    thread(local.getThreadSerialNumber(), index),
                    frame(local.getThreadSerialNumber(), local.getFrameNumber()));
        }
        return new HeapGraph.Root(
                root instanceof GcRoot.MonitorUsed ? HeapGraph.RootKind.MONITOR : HeapGraph.RootKind.JNI,
                object,
                -1,
                "");
    }

    private int thread(int serial, IdIndex index) {
        GcRoot.ThreadObject thread = threads.get(serial);
        return thread == null ? -1 : index.of(thread.getId());
    }

    private String frame(int threadSerial, int number) {
        return Optional.ofNullable(threads.get(threadSerial))
                .map(thread -> traces.get(thread.getStackTraceSerialNumber()))
                .filter(trace -> number >= 0 && number < trace.getStackFrameIds().length)
                .map(trace -> frames.get(trace.getStackFrameIds()[number]))
                .map(classes::describe)
                .orElse("");
    }

    /** What each class's static fields hold, and its loader and protection domain after them. */
    private int[][] targets(IdIndex index) {
        int[][] targets = new int[classes.all().size()][];
        for (int place = 0; place < targets.length; place++) {
            DumpClass type = classes.all().get(place);
            int[] held = new int[type.statics.size() + 2];
            for (int i = 0; i < type.statics.size(); i++) {
                held[i] = index.of(type.statics.get(i).target());
            }
            held[type.statics.size()] = index.of(type.loaderId);
            held[type.statics.size() + 1] = index.of(type.protectionDomainId);
            targets[place] = held;
        }
        return targets;
    }

    private Map<Integer, String> threadNames(IdIndex index, int[] classOf, int[] start) {
        Map<Integer, List<Integer>> arrays = new HashMap<>();
        for (GcRoot.ThreadObject thread : threads.values()) {
            int object = index.of(thread.getId());
            int name = field(object, "name", classOf, start);
            int characters = field(name, "value", classOf, start);
            if (characters >= 0) {
                arrays.computeIfAbsent(characters, key -> new ArrayList<>()).add(object);
            }
        }
        Map<Integer, String> names = new HashMap<>();
        pass(EnumSet.of(HprofRecordTag.PRIMITIVE_ARRAY_DUMP), (tag, length, reader) -> {
            int array = index.of(reader.readId());
            reader.skip(4);
            int elements = reader.readInt();
            int bytes = elements * reader.sizeOf(reader.readUnsignedByte());
            List<Integer> named = arrays.get(array);
            if (named == null || bytes > LONGEST_NAME_BYTES) {
                reader.skip((long) bytes);
            } else {
                String name = new String(reader.readByteArray(bytes), StandardCharsets.ISO_8859_1);
                named.forEach(thread -> names.put(thread, name));
            }
        });
        return names;
    }

    private int field(int object, String name, int[] classOf, int[] start) {
        if (object >= 0 && classOf[object] >= 0) {
            DumpClass.Field[] fields = classes.all().get(classOf[object]).fields;
            for (int i = 0; i < fields.length; i++) {
                if (fields[i].edge().name().equals(name)) {
                    return references.get(start[object] + i);
                }
            }
        }
        return -1;
    }
}
