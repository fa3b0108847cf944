package org.evenkeel.leakcheck.specimens;

import java.util.List;
import java.util.Objects;
import org.evenkeel.leakcheck.specimens.clean.AdderCells;
import org.evenkeel.leakcheck.specimens.clean.AnyOfBesideANeverDone;
import org.evenkeel.leakcheck.specimens.clean.AutoResizingHistogram;
import org.evenkeel.leakcheck.specimens.clean.BestThousand;
import org.evenkeel.leakcheck.specimens.clean.Bundles;
import org.evenkeel.leakcheck.specimens.clean.Charsets;
import org.evenkeel.leakcheck.specimens.clean.CleanerBacklog;
import org.evenkeel.leakcheck.specimens.clean.ConcatSites;
import org.evenkeel.leakcheck.specimens.clean.ConnectionPool;
import org.evenkeel.leakcheck.specimens.clean.CountersByName;
import org.evenkeel.leakcheck.specimens.clean.DeepExceptions;
import org.evenkeel.leakcheck.specimens.clean.DeflatersEnded;
import org.evenkeel.leakcheck.specimens.clean.DirectBufferPool;
import org.evenkeel.leakcheck.specimens.clean.DirectBuffersDropped;
import org.evenkeel.leakcheck.specimens.clean.DirectMappedCache;
import org.evenkeel.leakcheck.specimens.clean.DoublingArray;
import org.evenkeel.leakcheck.specimens.clean.DroppedEvery20000;
import org.evenkeel.leakcheck.specimens.clean.EnumSwitches;
import org.evenkeel.leakcheck.specimens.clean.EvictingCache;
import org.evenkeel.leakcheck.specimens.clean.ExecutorGrowsToMaximum;
import org.evenkeel.leakcheck.specimens.clean.ExpiringEntries;
import org.evenkeel.leakcheck.specimens.clean.FilesDroppedUnclosed;
import org.evenkeel.leakcheck.specimens.clean.FinalizerBacklog;
import org.evenkeel.leakcheck.specimens.clean.ForkJoinSum;
import org.evenkeel.leakcheck.specimens.clean.Formatting;
import org.evenkeel.leakcheck.specimens.clean.GrowingBitSet;
import org.evenkeel.leakcheck.specimens.clean.GrowingScratchBuffer;
import org.evenkeel.leakcheck.specimens.clean.HeavyGarbage;
import org.evenkeel.leakcheck.specimens.clean.HiddenClassesDropped;
import org.evenkeel.leakcheck.specimens.clean.HumongousGarbage;
import org.evenkeel.leakcheck.specimens.clean.InternedShortLived;
import org.evenkeel.leakcheck.specimens.clean.InternedVocabulary;
import org.evenkeel.leakcheck.specimens.clean.JitWarmup;
import org.evenkeel.leakcheck.specimens.clean.LambdaSites;
import org.evenkeel.leakcheck.specimens.clean.LazyClasses;
import org.evenkeel.leakcheck.specimens.clean.ListenersRemoved;
import org.evenkeel.leakcheck.specimens.clean.LoadersDropped;
import org.evenkeel.leakcheck.specimens.clean.LocaleCache;
import org.evenkeel.leakcheck.specimens.clean.LogBuffer;
import org.evenkeel.leakcheck.specimens.clean.LruMap;
import org.evenkeel.leakcheck.specimens.clean.MappedBuffersDropped;
import org.evenkeel.leakcheck.specimens.clean.MediumLivedGarbage;
import org.evenkeel.leakcheck.specimens.clean.MethodHandleCache;
import org.evenkeel.leakcheck.specimens.clean.MethodTypesShortLived;
import org.evenkeel.leakcheck.specimens.clean.PatternCache;
import org.evenkeel.leakcheck.specimens.clean.PhantomQueueDrained;
import org.evenkeel.leakcheck.specimens.clean.PipesClosed;
import org.evenkeel.leakcheck.specimens.clean.ProducerConsumer;
import org.evenkeel.leakcheck.specimens.clean.ProxiesOfOneLoader;
import org.evenkeel.leakcheck.specimens.clean.RarelyUsedKeys;
import org.evenkeel.leakcheck.specimens.clean.RecordMethods;
import org.evenkeel.leakcheck.specimens.clean.ReflectionInflation;
import org.evenkeel.leakcheck.specimens.clean.RemovedOnCancel;
import org.evenkeel.leakcheck.specimens.clean.ResizingTable;
import org.evenkeel.leakcheck.specimens.clean.RingOfEvents;
import org.evenkeel.leakcheck.specimens.clean.ServiceLookups;
import org.evenkeel.leakcheck.specimens.clean.SlidingWindow;
import org.evenkeel.leakcheck.specimens.clean.SlowLruMap;
import org.evenkeel.leakcheck.specimens.clean.SnapshotRebuilt;
import org.evenkeel.leakcheck.specimens.clean.SocketsClosed;
import org.evenkeel.leakcheck.specimens.clean.SoftCache;
import org.evenkeel.leakcheck.specimens.clean.SoftGarbage;
import org.evenkeel.leakcheck.specimens.clean.TemporaryFilesDeleted;
import org.evenkeel.leakcheck.specimens.clean.ThreadLocalBuffers;
import org.evenkeel.leakcheck.specimens.clean.ThreadLocalRemoved;
import org.evenkeel.leakcheck.specimens.clean.ThreadLocalsOfAPool;
import org.evenkeel.leakcheck.specimens.clean.ThreadsJoined;
import org.evenkeel.leakcheck.specimens.clean.ThreadsThatTimeOut;
import org.evenkeel.leakcheck.specimens.clean.TimeoutsCancelled;
import org.evenkeel.leakcheck.specimens.clean.TimerPurged;
import org.evenkeel.leakcheck.specimens.clean.TwoGenerations;
import org.evenkeel.leakcheck.specimens.clean.WeakKeys;
import org.evenkeel.leakcheck.specimens.clean.WeakListeners;
import org.evenkeel.leakcheck.specimens.leaking.AuditTrail;
import org.evenkeel.leakcheck.specimens.leaking.BufferNotReturned;
import org.evenkeel.leakcheck.specimens.leaking.BurstEvery100000;
import org.evenkeel.leakcheck.specimens.leaking.BurstEvery5000;
import org.evenkeel.leakcheck.specimens.leaking.CancelledButScheduled;
import org.evenkeel.leakcheck.specimens.leaking.CapturingInnerClass;
import org.evenkeel.leakcheck.specimens.leaking.ChainOfStages;
import org.evenkeel.leakcheck.specimens.leaking.CheckThenAct;
import org.evenkeel.leakcheck.specimens.leaking.ClassIn10000;
import org.evenkeel.leakcheck.specimens.leaking.ClassValueAccumulates;
import org.evenkeel.leakcheck.specimens.leaking.CleanerHoldsItsObject;
import org.evenkeel.leakcheck.specimens.leaking.DeflatersNotEnded;
import org.evenkeel.leakcheck.specimens.leaking.DeleteOnExit;
import org.evenkeel.leakcheck.specimens.leaking.DependentsOfANeverDone;
import org.evenkeel.leakcheck.specimens.leaking.DirectBufferIn10000;
import org.evenkeel.leakcheck.specimens.leaking.DirectBuffersHeld;
import org.evenkeel.leakcheck.specimens.leaking.DirectoryListings;
import org.evenkeel.leakcheck.specimens.leaking.ExceptionPath;
import org.evenkeel.leakcheck.specimens.leaking.ExecutorsNotShutDown;
import org.evenkeel.leakcheck.specimens.leaking.FileIn10000;
import org.evenkeel.leakcheck.specimens.leaking.FilesNotClosed;
import org.evenkeel.leakcheck.specimens.leaking.GrowingEntries;
import org.evenkeel.leakcheck.specimens.leaking.HiddenClassesHeld;
import org.evenkeel.leakcheck.specimens.leaking.HomeMadeInterning;
import org.evenkeel.leakcheck.specimens.leaking.InflatedByContention;
import org.evenkeel.leakcheck.specimens.leaking.KeyWithoutEquals;
import org.evenkeel.leakcheck.specimens.leaking.LambdasSpun;
import org.evenkeel.leakcheck.specimens.leaking.ListenerRegistry;
import org.evenkeel.leakcheck.specimens.leaking.LoadersHeldByAKey;
import org.evenkeel.leakcheck.specimens.leaking.LogHandlers;
import org.evenkeel.leakcheck.specimens.leaking.LoggersPerRequest;
import org.evenkeel.leakcheck.specimens.leaking.LostTryLock;
import org.evenkeel.leakcheck.specimens.leaking.MBeansRegistered;
import org.evenkeel.leakcheck.specimens.leaking.MapWithoutRemoval;
import org.evenkeel.leakcheck.specimens.leaking.MappedBuffersHeld;
import org.evenkeel.leakcheck.specimens.leaking.MaskedByFillingCache;
import org.evenkeel.leakcheck.specimens.leaking.MaskedByGarbage;
import org.evenkeel.leakcheck.specimens.leaking.MaskedBySawtooth;
import org.evenkeel.leakcheck.specimens.leaking.MaskedBySoftCache;
import org.evenkeel.leakcheck.specimens.leaking.MemoryNotFreed;
import org.evenkeel.leakcheck.specimens.leaking.MemoryOfTheFailed;
import org.evenkeel.leakcheck.specimens.leaking.MutatedSetMembers;
import org.evenkeel.leakcheck.specimens.leaking.OneByteAnOperation;
import org.evenkeel.leakcheck.specimens.leaking.OneInAThousand;
import org.evenkeel.leakcheck.specimens.leaking.OneObjectIn100000;
import org.evenkeel.leakcheck.specimens.leaking.PhantomReferencesNotPolled;
import org.evenkeel.leakcheck.specimens.leaking.PipesNotClosed;
import org.evenkeel.leakcheck.specimens.leaking.ProxiesInNewLoaders;
import org.evenkeel.leakcheck.specimens.leaking.QueueNeverDrained;
import org.evenkeel.leakcheck.specimens.leaking.ReleasedByAnother;
import org.evenkeel.leakcheck.specimens.leaking.ResurrectingFinalizer;
import org.evenkeel.leakcheck.specimens.leaking.SelectorsNotClosed;
import org.evenkeel.leakcheck.specimens.leaking.SerializationHandles;
import org.evenkeel.leakcheck.specimens.leaking.ShutdownHooks;
import org.evenkeel.leakcheck.specimens.leaking.SlowConsumer;
import org.evenkeel.leakcheck.specimens.leaking.SocketsNotClosed;
import org.evenkeel.leakcheck.specimens.leaking.StackNeverPopped;
import org.evenkeel.leakcheck.specimens.leaking.StatementsOfAConnection;
import org.evenkeel.leakcheck.specimens.leaking.StaticList;
import org.evenkeel.leakcheck.specimens.leaking.SuppressedExceptions;
import org.evenkeel.leakcheck.specimens.leaking.TemporaryFilesLeft;
import org.evenkeel.leakcheck.specimens.leaking.TemporaryFolderIn10000;
import org.evenkeel.leakcheck.specimens.leaking.TenthOfAByte;
import org.evenkeel.leakcheck.specimens.leaking.ThreadLocalInPool;
import org.evenkeel.leakcheck.specimens.leaking.ThreadsParked;
import org.evenkeel.leakcheck.specimens.leaking.TimedOutWaiters;
import org.evenkeel.leakcheck.specimens.leaking.TimerTasks;
import org.evenkeel.leakcheck.specimens.leaking.TimersNotCancelled;
import org.evenkeel.leakcheck.specimens.leaking.TreeWithoutRemoval;
import org.evenkeel.leakcheck.specimens.leaking.UnboundedCache;
import org.evenkeel.leakcheck.specimens.leaking.VersionsOfAConfiguration;
import org.evenkeel.leakcheck.specimens.leaking.WeakKeyHeldByItsValue;
import org.evenkeel.leakcheck.specimens.leaking.WholeDocumentBehindAWord;

/** All specimens, by name. A list and no search, so that none goes missing unnoticed. */
public final class Specimens {
    /** Those that do not leak; each is annotated with {@link Clean}. */
    public static final List<Class<?>> CLEAN = List.of(
            AdderCells.class,
            AnyOfBesideANeverDone.class,
            AutoResizingHistogram.class,
            BestThousand.class,
            Bundles.class,
            Charsets.class,
            CleanerBacklog.class,
            ConcatSites.class,
            ConnectionPool.class,
            CountersByName.class,
            DeepExceptions.class,
            DeflatersEnded.class,
            DirectBufferPool.class,
            DirectBuffersDropped.class,
            DirectMappedCache.class,
            DoublingArray.class,
            DroppedEvery20000.class,
            EnumSwitches.class,
            EvictingCache.class,
            ExecutorGrowsToMaximum.class,
            ExpiringEntries.class,
            FilesDroppedUnclosed.class,
            FinalizerBacklog.class,
            ForkJoinSum.class,
            Formatting.class,
            GrowingBitSet.class,
            GrowingScratchBuffer.class,
            HeavyGarbage.class,
            HiddenClassesDropped.class,
            HumongousGarbage.class,
            InternedShortLived.class,
            InternedVocabulary.class,
            JitWarmup.class,
            LambdaSites.class,
            LazyClasses.class,
            ListenersRemoved.class,
            LoadersDropped.class,
            LocaleCache.class,
            LogBuffer.class,
            LruMap.class,
            MappedBuffersDropped.class,
            MediumLivedGarbage.class,
            MethodHandleCache.class,
            MethodTypesShortLived.class,
            PatternCache.class,
            PhantomQueueDrained.class,
            PipesClosed.class,
            ProducerConsumer.class,
            ProxiesOfOneLoader.class,
            RarelyUsedKeys.class,
            RecordMethods.class,
            ReflectionInflation.class,
            RemovedOnCancel.class,
            ResizingTable.class,
            RingOfEvents.class,
            ServiceLookups.class,
            SlidingWindow.class,
            SlowLruMap.class,
            SnapshotRebuilt.class,
            SocketsClosed.class,
            SoftCache.class,
            SoftGarbage.class,
            TemporaryFilesDeleted.class,
            ThreadLocalBuffers.class,
            ThreadLocalRemoved.class,
            ThreadLocalsOfAPool.class,
            ThreadsJoined.class,
            ThreadsThatTimeOut.class,
            TimeoutsCancelled.class,
            TimerPurged.class,
            TwoGenerations.class,
            WeakKeys.class,
            WeakListeners.class);

    /** Those that leak; each is annotated with {@link Leaks}. */
    public static final List<Class<?>> LEAKING = List.of(
            AuditTrail.class,
            BufferNotReturned.class,
            BurstEvery100000.class,
            BurstEvery5000.class,
            CancelledButScheduled.class,
            CapturingInnerClass.class,
            ChainOfStages.class,
            CheckThenAct.class,
            ClassIn10000.class,
            ClassValueAccumulates.class,
            CleanerHoldsItsObject.class,
            DeflatersNotEnded.class,
            DeleteOnExit.class,
            DependentsOfANeverDone.class,
            DirectBufferIn10000.class,
            DirectBuffersHeld.class,
            DirectoryListings.class,
            ExceptionPath.class,
            ExecutorsNotShutDown.class,
            FileIn10000.class,
            FilesNotClosed.class,
            GrowingEntries.class,
            HiddenClassesHeld.class,
            HomeMadeInterning.class,
            InflatedByContention.class,
            KeyWithoutEquals.class,
            LambdasSpun.class,
            ListenerRegistry.class,
            LoadersHeldByAKey.class,
            LogHandlers.class,
            LoggersPerRequest.class,
            LostTryLock.class,
            MBeansRegistered.class,
            MapWithoutRemoval.class,
            MappedBuffersHeld.class,
            MaskedByFillingCache.class,
            MaskedByGarbage.class,
            MaskedBySawtooth.class,
            MaskedBySoftCache.class,
            MemoryNotFreed.class,
            MemoryOfTheFailed.class,
            MutatedSetMembers.class,
            OneByteAnOperation.class,
            OneInAThousand.class,
            OneObjectIn100000.class,
            PhantomReferencesNotPolled.class,
            PipesNotClosed.class,
            ProxiesInNewLoaders.class,
            QueueNeverDrained.class,
            ReleasedByAnother.class,
            ResurrectingFinalizer.class,
            SelectorsNotClosed.class,
            SerializationHandles.class,
            ShutdownHooks.class,
            SlowConsumer.class,
            SocketsNotClosed.class,
            StackNeverPopped.class,
            StatementsOfAConnection.class,
            StaticList.class,
            SuppressedExceptions.class,
            TemporaryFilesLeft.class,
            TemporaryFolderIn10000.class,
            TenthOfAByte.class,
            ThreadLocalInPool.class,
            ThreadsParked.class,
            TimedOutWaiters.class,
            TimerTasks.class,
            TimersNotCancelled.class,
            TreeWithoutRemoval.class,
            UnboundedCache.class,
            VersionsOfAConfiguration.class,
            WeakKeyHeldByItsValue.class,
            WholeDocumentBehindAWord.class);

    private Specimens() {}

    /** What is known about a leaking specimen. */
    public static Leaks leaks(Class<?> specimen) {
        return Objects.requireNonNull(specimen.getAnnotation(Leaks.class), () -> specimen + " has no @Leaks");
    }

    /** What is known about a clean specimen. */
    public static Clean clean(Class<?> specimen) {
        return Objects.requireNonNull(specimen.getAnnotation(Clean.class), () -> specimen + " has no @Clean");
    }
}
