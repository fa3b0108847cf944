package org.evenkeel.http;

import io.hyperfoil.api.connection.Connection;
import io.hyperfoil.api.session.Session;
import io.hyperfoil.http.api.HttpMethod;
import io.hyperfoil.http.api.HttpRequestWriter;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.AsciiString;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.evenkeel.suite.load.run.worker.WebRequest;
import org.jspecify.annotations.Nullable;

/** A request as Hyperfoil sends it; made once, sent by many users. */
final class Ask {

    final HttpMethod method;
    final String path;

    /** Null for none. */
    final @Nullable BiFunction<Session, Connection, ByteBuf> body;

    private final List<AsciiString[]> headers;

    Ask(WebRequest request) {
        method = HttpMethod.valueOf(request.method());
        URI url = URI.create(request.url());
        String before = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        path = url.getRawQuery() == null ? before : before + "?" + url.getRawQuery();
        headers = request.headers().stream()
                .map(header -> new AsciiString[] {new AsciiString(header.name()), new AsciiString(header.value())})
                .toList();
        byte[] content = request.body().getBytes(StandardCharsets.UTF_8);
        // Each sending consumes a buffer; the bytes stay.
        body = content.length == 0 ? null : (session, connection) -> Unpooled.wrappedBuffer(content);
    }

    /** What writes the headers. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // Hyperfoil takes them as an array of a generic type.
    BiConsumer<Session, HttpRequestWriter>[] headers() {
        BiConsumer<Session, HttpRequestWriter> all =
                (session, writer) -> headers.forEach(header -> writer.putHeader(header[0], header[1]));
        return new BiConsumer[] {all};
    }
}
