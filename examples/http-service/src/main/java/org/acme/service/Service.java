package org.acme.service;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Two of Evenkeel's hot paths over HTTP: {@code GET /verification} and {@code GET /analysis} make one request of the path each.
 *
 * <pre>java -jar service-1.0.jar --port 8080 --token secret --limit 5000</pre>
 *
 * <p>401 without the token, 429 with {@code Retry-After} above so many requests a second, 404 for another address, 405 for another
 * method, 500 when the path throws.
 */
public final class Service {

    private static final int WORKERS = 20;

    private Service() {}

    /**
     * Serves until it is ended.
     *
     * @param arguments {@code --port}, 0 for any that is free; {@code --token}, empty for none; {@code --limit}, requests a second, 0 for
     *     any number; {@code --paths}, other hot paths in place of these two
     */
    public static void main(String[] arguments) throws Exception {
        Map<String, String> options =
                new HashMap<>(Map.of("--port", "8080", "--token", "", "--limit", "0", "--paths", "verification,analysis"));
        for (int i = 0; i < arguments.length; i++) {
            if (!options.containsKey(arguments[i]) || i + 1 == arguments.length) {
                System.err.println("expected --port N, --token TEXT, --limit N and --paths NAME,NAME, found \"" + arguments[i] + "\"");
                System.exit(2);
            }
            options.put(arguments[i], arguments[++i]);
        }
        Vertx vertx = Vertx.vertx(new VertxOptions().setWorkerPoolSize(WORKERS).setEventLoopPoolSize(2));
        Door door = new Door(options.get("--token"), Long.parseLong(options.get("--limit")));
        Rooms rooms = new Rooms(vertx, options.get("--paths").split(",", -1));
        CountDownLatch isListening = new CountDownLatch(1);
        vertx.createHttpServer()
                .requestHandler(request -> {
                    if (door.lets(request)) {
                        rooms.answer(request);
                    }
                })
                .listen(Integer.parseInt(options.get("--port")), "127.0.0.1")
                .onSuccess((HttpServer server) -> {
                    System.out.println("listening on " + server.actualPort());
                    isListening.countDown();
                })
                .onFailure(why -> {
                    System.err.println("cannot listen: " + why.getMessage());
                    System.exit(2);
                });
        isListening.await();
    }
}
