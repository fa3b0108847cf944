package org.evenkeel.suite.load.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.kernel.AtomicFiles;
import org.evenkeel.kernel.BadInputException;
import org.evenkeel.kernel.Grammar;
import org.evenkeel.suite.load.plan.Headers;
import org.evenkeel.suite.load.plan.Scenario;
import org.evenkeel.suite.load.plan.Target;
import org.evenkeel.suite.load.run.WebService;
import org.evenkeel.suite.run.MeasuredClassPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which service is driven, and what all requests of it have in common. */
final class WebOptions {

    /** What the jar of the HTTP driver is called, beside the jar of this command. */
    private static final String JAR = "evenkeel-http.jar";

    private static final int CONNECT_MILLIS = 5_000;
    private static final Duration MOST_TIMEOUT = Duration.ofHours(1);

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "Service to drive over HTTP in place of a path, such as http://127.0.0.1:8080/orders: tasks without a"
                            + " request of their own get it. Takes evenkeel-http.jar beside this jar.")
    private @Nullable String url;

    @Option(
            names = "--header",
            paramLabel = "'NAME: VALUE'",
            description =
                    "Header of every request to the service, such as 'Authorization: Bearer ...'; may be repeated.")
    private List<String> headers = new ArrayList<>();

    @Option(
            names = "--data",
            paramLabel = "TEXT|@FILE",
            description = "Body of requests that the scenario says nothing of; they are then a POST.")
    private String data = "";

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description =
                    "How long the service may take for an answer; then the request has failed. Default: ${DEFAULT-VALUE}.")
    private String timeout = "30s";

    @Option(
            names = "--allow-remote",
            description = "Drive a service that is not on this machine. Ask whoever owns it first.")
    private boolean allowRemote;

    @Option(
            names = "--http-driver",
            paramLabel = "JAR",
            hidden = true,
            description = "The jar of the HTTP driver. Default: the one beside this jar.")
    private @Nullable Path driver;

    /**
     * The service that is to be driven, which answers the phone; empty where it is code of this machine.
     *
     * @param isCode whether an option is given that only code of this machine has
     * @throws BadInputException when an option is wrong, nobody listens, or it is on another machine and that is not allowed
     */
    Optional<WebService> service(Scenario asked, boolean isCode) {
        List<Target> named = asked.users().stream()
                .flatMap(user -> user.tasks().stream())
                .flatMap(task -> task.target().stream())
                .toList();
        if (url == null) {
            if (!headers.isEmpty() || !data.isEmpty() || allowRemote) {
                throw new BadInputException("--header, --data and --allow-remote are of --url, which is missing");
            }
            if (named.stream().anyMatch(Target.Request.class::isInstance)) {
                throw new BadInputException("scenario " + asked.name()
                        + " asks a service; expected its address, as in --url http://127.0.0.1:8080");
            }
            return Optional.empty();
        }
        if (isCode) {
            throw new BadInputException(
                    "--url drives a service; leave --path, --workload, --classpath and --virtual out");
        }
        named.stream()
                .filter(one -> !(one instanceof Target.Request))
                .findFirst()
                .ifPresent(code -> {
                    throw new BadInputException(
                            "scenario " + asked.name() + " drives " + code.name()
                                    + " in a JVM, which --url does not; take a scenario whose tasks are requests, or name none");
                });
        URI address = address(url);
        Duration within = Grammar.duration("--timeout", timeout);
        if (within.toMillis() < 1 || within.compareTo(MOST_TIMEOUT) > 0) {
            throw new BadInputException("--timeout: expected a time from 1ms to 1h, found " + timeout);
        }
        WebService service = new WebService(address, headers(), body(), within, jar());
        call(address);
        return Optional.of(service);
    }

    private static URI address(String text) {
        URI read;
        try {
            read = new URI(text);
        } catch (URISyntaxException e) {
            throw new BadInputException(
                    "--url: expected an address such as http://127.0.0.1:8080/orders, found \"" + text + "\": "
                            + e.getReason(),
                    e);
        }
        boolean isWeb = "http".equalsIgnoreCase(read.getScheme()) || "https".equalsIgnoreCase(read.getScheme());
        if (!isWeb || read.getHost() == null || read.getFragment() != null || read.getUserInfo() != null) {
            throw new BadInputException(
                    "--url: expected an address such as http://127.0.0.1:8080/orders, found \"" + text + "\"");
        }
        if (read.getHost().startsWith("[")) {
            throw new BadInputException(
                    "--url: expected the name of a host or an IPv4 address, found the IPv6 address " + read.getHost());
        }
        return URI.create(read.toASCIIString());
    }

    private Map<String, String> headers() {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header : headers) {
            int colon = header.indexOf(':');
            String name = colon < 0 ? header : header.substring(0, colon);
            String value = colon < 0 ? "" : header.substring(colon + 1).strip();
            if (colon < 0) {
                throw new BadInputException("--header: expected 'Name: value', found \"" + header + "\"");
            }
            Headers.wrong(name, value).ifPresent(why -> {
                throw new BadInputException("--header: " + why);
            });
            all.put(name, value);
        }
        return all;
    }

    private String body() {
        if (!data.startsWith("@")) {
            return data;
        }
        Path file = Path.of(data.substring(1));
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new BadInputException("--data: " + file + " cannot be read as UTF-8: " + AtomicFiles.reason(e), e);
        }
    }

    private Path jar() {
        Path jar = Optional.ofNullable(driver)
                .orElseGet(() -> MeasuredClassPath.thisJar().resolveSibling(JAR));
        if (!Files.isRegularFile(jar)) {
            throw new BadInputException("--url takes " + JAR + ", which is not in "
                    + jar.toAbsolutePath().getParent()
                    + "; put the one of this release there (in a clone of the repository"
                    + " scripts/load builds it)");
        }
        return jar.toAbsolutePath();
    }

    private void call(URI address) {
        boolean isSecure = "https".equalsIgnoreCase(address.getScheme());
        int port = address.getPort() >= 0 ? address.getPort() : isSecure ? 443 : 80;
        InetAddress[] all;
        try {
            all = InetAddress.getAllByName(address.getHost());
        } catch (UnknownHostException e) {
            throw new BadInputException("--url: there is no host \"" + address.getHost() + "\"", e);
        }
        for (InetAddress one : all) {
            if (!one.isLoopbackAddress() && !allowRemote) {
                throw new BadInputException("--url: " + address.getHost() + " (" + one.getHostAddress()
                        + ") is not this machine; --allow-remote drives it all the same, when its owner agrees");
            }
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(all[0], port), CONNECT_MILLIS);
        } catch (IOException e) {
            throw new BadInputException(
                    "--url: nobody listens on " + address.getHost() + ":" + port + " (" + AtomicFiles.reason(e)
                            + "); start the service first",
                    e);
        }
    }
}
