package org.evenkeel.compare.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JvmFlagsTest {

    @Test
    void thatMatter_ofARealCommandLine_keepsHeapCollectorAndAgents() {
        assertThat(JvmFlags.thatMatter(List.of(
                        "-XX:+UseZGC",
                        "-Xmx2g",
                        "-Devenkeel.path=documents",
                        "-Duser.dir=/home/somebody",
                        "-Xlog:gc:/tmp/gc.log",
                        "-XX:HeapDumpPath=/tmp/x",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-javaagent:/opt/agents/tracing.jar=port=1234")))
                .isEqualTo("-XX:+UseZGC -Xmx2g -javaagent:tracing.jar");
    }

    @Test
    void thatMatter_ofProperties_keepsSettingsAndLeavesPlacesAndNamesOut() {
        assertThat(JvmFlags.thatMatter(List.of(
                        "-Djava.util.concurrent.ForkJoinPool.common.parallelism=8",
                        "-Djdk.virtualThreadScheduler.parallelism=2",
                        "-Dpool.size=4",
                        "-Dio.netty.noUnsafe=true",
                        "-Dapp.fast",
                        "-Dcache.ttl=30s",
                        "-Djava.security.egd=file:/dev/urandom",
                        "-Djava.io.tmpdir=/tmp",
                        "-Dcom.sun.management.jmxremote.port=9010",
                        "-Dapp.version=12",
                        "-Dapp.name=shop",
                        "-Dlog.dir=/var/log",
                        "-Devenkeel.yardstick=1",
                        "-Djmh.ignoreLock=true")))
                .isEqualTo("-Dapp.fast -Dcache.ttl=30s -Dio.netty.noUnsafe=true"
                        + " -Djava.util.concurrent.ForkJoinPool.common.parallelism=8"
                        + " -Djdk.virtualThreadScheduler.parallelism=2 -Dpool.size=4");
    }

    @Test
    void thatMatter_anotherOrder_isTheSame() {
        assertThat(JvmFlags.thatMatter(List.of("-Xmx2g", "-Xms2g")))
                .isEqualTo(JvmFlags.thatMatter(List.of("-Xms2g", "-Xmx2g")));
    }
}
