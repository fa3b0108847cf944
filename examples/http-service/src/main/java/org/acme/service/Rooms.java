package org.acme.service;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.evenkeel.workload.Caller;
import org.evenkeel.workload.HotPaths;
import org.evenkeel.workload.Invariants;
import org.evenkeel.workload.PathSpec;
import org.evenkeel.workload.Workload;

/** The hot paths behind their addresses. They block, so they run on Vert.x's workers. */
final class Rooms {

    private static final long SEED = 1;

    private final Vertx vertx;
    private final Map<String, Room> rooms = new ConcurrentHashMap<>();

    /** @param paths {@code name?parameter=value} */
    Rooms(Vertx vertx, String... paths) throws Exception {
        this.vertx = vertx;
        HotPaths all = HotPaths.on(Rooms.class.getClassLoader());
        for (String path : paths) {
            PathSpec spec = PathSpec.parse(path);
            rooms.put("/" + spec.name(), new Room(all.open(spec, new Invariants())));
        }
    }

    /** A path, and callers of it that nobody uses at the moment: each is for one request at a time. */
    private record Room(Workload workload, Queue<Caller> callers, AtomicInteger made) {
        Room(Workload workload) {
            this(workload, new ConcurrentLinkedQueue<>(), new AtomicInteger());
        }

        Object request() throws Exception {
            Caller caller = callers.poll();
            if (caller == null) {
                caller = workload.caller(made.getAndIncrement(), SEED);
            }
            try {
                return caller.request();
            } finally {
                callers.add(caller);
            }
        }
    }

    void answer(HttpServerRequest request) {
        Room room = rooms.get(request.path());
        if (room == null) {
            request.response().setStatusCode(404).end("there is " + String.join(" and ", rooms.keySet()) + "\n");
            return;
        }
        if (request.method() != HttpMethod.GET) {
            request.response().setStatusCode(405).putHeader("Allow", "GET").end();
            return;
        }
        vertx.executeBlocking(room::request, false)
                .onSuccess(answer -> request.response().end(answer + "\n"))
                .onFailure(why -> request.response().setStatusCode(500).end(why.getClass().getName() + "\n"));
    }
}
