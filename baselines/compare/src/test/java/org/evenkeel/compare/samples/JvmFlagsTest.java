package org.evenkeel.compare.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Ddb.autocommit=false",
                "-Ddb.commit=true",
                "-Dpool.transport=8",
                "-Dcache.rebuild=true",
                "-Duserpool.size=8",
                "-Dusers=50",
                "-Djmhlike.mode=2",
                "-Dmavenlike=1",
                "-Dcache.impl=caffeine",
                "-Dlog.level=DEBUG",
                "-Dcodec.name=lz4",
                "-Dhttp.version=2",
                "-Dhost.cache.ttl=30",
                "-DsnapshotPolicy=lazy",
                "-Duser.language=tr",
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=8"
            })
    void thatMatter_ofAnyOtherProperty_keepsIt(String property) {
        assertThat(JvmFlags.thatMatter(List.of(property))).isEqualTo(property);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Dserver.port=8080",
                "-DserverPort=8080",
                "-Dbind_host=worker-7",
                "-Drmi.hostname=worker-7",
                "-Dgit.commit=4a5b6c7",
                "-Dlast=4a5b6c7d8e",
                "-Dbuild.id=77",
                "-DrunId=abc",
                "-Dbuild=1234",
                "-DbuildNumber=1234",
                "-Drandom.seed=4",
                "-Dproject.version=1.2",
                "-Drelease=1.2.3-SNAPSHOT",
                "-Dversion=7",
                "-Dstarted=2026-11-30T18:00",
                "-Dtag=123e4567-e89b-12d3-a456-426614174000",
                "-Dpeer=10.0.0.1:99",
                "-Dlog.dir=logs",
                "-Dlogback.configurationFile=quiet.xml",
                "-Dbasedir=C:\\work",
                "-Ddb.password=hunter2",
                "-DaccessToken=abc",
                "-Duser.name=somebody",
                "-Dcom.sun.management.jmxremote",
                "-Dsun.java.command=x"
            })
    void thatMatter_ofAPropertyThatNamesAPlaceAMomentOrAThing_leavesItOut(String property) {
        assertThat(JvmFlags.thatMatter(List.of(property))).isEmpty();
    }

    @Test
    void thatMatter_anotherOrder_isTheSame() {
        assertThat(JvmFlags.thatMatter(List.of("-Xmx2g", "-Xms2g")))
                .isEqualTo(JvmFlags.thatMatter(List.of("-Xms2g", "-Xmx2g")));
    }
}
