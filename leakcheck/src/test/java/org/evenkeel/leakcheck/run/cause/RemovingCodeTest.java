package org.evenkeel.leakcheck.run.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemovingCodeTest {

    private final RemovingCode code = new RemovingCode(ClassFiles.of(List.of()));

    @Test
    void of_fieldsOfAClass_findsWhoTakesOutOfWhich() {
        assertThat(of("kept")).isEmpty();
        assertThat(of("expiring")).contains(Holder.class.getName() + ".expire");
        assertThat(of("flushed")).contains(Holder.class.getName() + ".flush");
        assertThat(of("replaced")).contains(Holder.class.getName() + ".replace");
        assertThat(of("emptiedByAnInnerClass")).contains(Holder.Inner.class.getName() + ".run");
    }

    @Test
    void declaredBy_aMapThatEvicts_namesTheMethod() {
        assertThat(code.declaredBy(Evicting.class.getName())).contains(Evicting.class.getName() + ".removeEldestEntry");
        assertThat(code.declaredBy(Holder.Inner.class.getName())).isEmpty();
    }

    @Test
    void of_classThatIsNowhere_isEmpty() {
        assertThat(code.of("com.acme.Nowhere", "field")).isEmpty();
    }

    private Optional<String> of(String field) {
        return code.of(Holder.class.getName(), field);
    }

    private static class Holder {
        private final List<String> kept = new ArrayList<>();
        private final Deque<String> expiring = new ArrayDeque<>();
        private final List<String> flushed = new ArrayList<>();
        private final List<String> emptiedByAnInnerClass = new ArrayList<>();
        private List<String> replaced = new ArrayList<>();

        int add(String one) {
            kept.add(one);
            expiring.add(one);
            flushed.add(one);
            emptiedByAnInnerClass.add(one);
            replaced.add(one);
            return kept.size();
        }

        void expire() {
            expiring.poll();
        }

        void flush() {
            flushed.clear();
        }

        void close() {
            kept.clear();
        }

        void replace() {
            replaced = new ArrayList<>();
        }

        private class Inner implements Runnable {
            @Override
            public void run() {
                emptiedByAnInnerClass.remove(0);
            }
        }
    }

    private static class Evicting extends LinkedHashMap<String, String> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > 10;
        }
    }
}
