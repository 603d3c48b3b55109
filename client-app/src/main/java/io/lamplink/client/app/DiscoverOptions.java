package io.lamplink.client.app;

import io.lamplink.common.discovery.ServerFinder;
import io.lamplink.common.discovery.mdns.Mdns;
import io.lamplink.common.scripted.ScriptedSearch;
import java.net.InetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of a run that only lists the servers on the network. */
final class DiscoverOptions {
    private static final int MOST_SECONDS = 3600;

    @Option(
            names = "--discover",
            paramLabel = "SECONDS",
            arity = "0..1",
            fallbackValue = "5",
            converter = Seconds.class,
            description =
                    "Look for servers on the network for so long, by mDNS, and list them (headless; ${FALLBACK-VALUE}"
                            + " seconds if no number is given). The exit status is 0 if there is one.")
    private @Nullable Duration length;

    @Option(
            names = "--discover-on",
            paramLabel = "ADDRESS",
            converter = Literal.class,
            description = "Look only on the network where this machine has that address.")
    private @Nullable InetAddress by;

    boolean asked() {
        return length != null;
    }

    /** Looks, and returns the exit status. */
    int run() {
        InetAddress only = by;
        ServerFinder finder = only == null ? Mdns.finder() : Mdns.finder(only);
        return ScriptedSearch.run(finder, length == null ? Duration.ZERO : length);
    }

    static final class Seconds implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            if (!text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > MOST_SECONDS) {
                throw new TypeConversionException("'" + text + "' is not a number of seconds from 1 to 3600.");
            }
            return Duration.ofSeconds(Integer.parseInt(text));
        }
    }

    static final class Literal implements ITypeConverter<InetAddress> {
        @Override
        public InetAddress convert(String text) {
            try {
                return InetAddress.ofLiteral(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + text + "' is not an IP address, such as 192.168.1.5.");
            }
        }
    }
}
