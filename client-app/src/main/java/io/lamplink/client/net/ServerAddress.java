package io.lamplink.client.net;

import io.lamplink.common.engine.ConnectProblem;
import java.net.IDN;
import java.net.Inet6Address;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a server is, as a person may write it: an IPv4 address, an IPv6 address with or without brackets and zone, a name,
 * any of these with a port, or a whole ws:// or wss:// address.
 *
 * @param scheme how it began
 * @param host an address or name, without brackets; the zone of an IPv6 address stands behind a {@code %}
 * @param port 1 to 65535
 * @param pathAndQuery what is asked for, beginning with a slash
 */
public record ServerAddress(Scheme scheme, String host, int port, String pathAndQuery) {
    /** What a person has said of encryption. */
    public enum Scheme {
        /** Nothing. */
        NONE,
        /** Do without: ws://. */
        WS,
        /** Never do without: wss://. */
        WSS
    }

    private static final int HTTP_PORT = 80;
    private static final int MAX_PORT = 65535;

    /** Scheme, everything up to the first slash or question mark, everything from there. */
    private static final Pattern WHOLE = Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*)://)?([^/?#]*)((?!//)[/?].*)?");

    /** An IPv6 address in brackets, or without if it can't be mistaken for host:port, or anything else; and the port. */
    private static final Pattern PLACE =
            Pattern.compile("\\[([^\\]]*)\\](?::(.*))?|([^:]*:[^:]*:.*)|([^:]*)(?::([^:]*))?");

    private static final Pattern NUMBERS_AND_DOTS = Pattern.compile("[0-9.]+");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern ZONE = Pattern.compile("[A-Za-z0-9._~-]+");
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)[A-Za-z0-9_-]{1,63}(?:\\.[A-Za-z0-9_-]{1,63})*\\.?");

    /**
     * Reads what a person wrote. Full-width letters, colons and dots count as plain ones.
     *
     * @param defaultPort the port if the text names none, whatever its scheme
     */
    public static ServerAddress parse(String text, int defaultPort) throws BadAddressException {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replace('。', '.');
        Matcher whole = matched(WHOLE, plain.strip());
        Matcher place = matched(PLACE, whole.group(2));
        Scheme scheme = schemeOf(whole.group(1));
        String six = firstOf(place.group(1), place.group(3));
        String host = six == null ? nameOrIpv4(place.group(4)) : ipv6(six);
        int port = portOf(firstOf(place.group(2), place.group(5)), defaultPort);
        return new ServerAddress(scheme, host, port, pathOf(whole.group(3)));
    }

    /** The address as host:port, for people. */
    public String display() {
        return inBrackets(host) + ":" + port;
    }

    /** The field {@code Host} of a request: no zone, which means nothing to the other machine, and no standard port. */
    String hostField() {
        int zone = host.indexOf('%');
        String plain = inBrackets(zone < 0 ? host : host.substring(0, zone));
        return port == HTTP_PORT ? plain : plain + ":" + port;
    }

    private static Matcher matched(Pattern pattern, String text) throws BadAddressException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw bad("This is not an address.");
        }
        return matcher;
    }

    private static Scheme schemeOf(@Nullable String text) throws BadAddressException {
        if (text == null) {
            return Scheme.NONE;
        }
        if (text.equalsIgnoreCase("ws")) {
            return Scheme.WS;
        }
        if (text.equalsIgnoreCase("wss")) {
            return Scheme.WSS;
        }
        throw bad("Only ws and wss lead to a server.");
    }

    private static String ipv6(String text) throws BadAddressException {
        String host = text.replaceFirst("%25(?=.)", "%"); // as a URL writes it
        int percent = host.indexOf('%');
        String address = percent < 0 ? host : host.substring(0, percent);
        boolean zoneFits =
                percent < 0 || ZONE.matcher(host.substring(percent + 1)).matches();
        try {
            Inet6Address.ofLiteral(address);
        } catch (IllegalArgumentException e) {
            throw bad("This is not an IPv6 address.");
        }
        if (!zoneFits) {
            throw bad("This is not the zone of an IPv6 address.");
        }
        return host;
    }

    private static String nameOrIpv4(String text) throws BadAddressException {
        String host = toAscii(text);
        Pattern pattern = NUMBERS_AND_DOTS.matcher(host).matches() ? IPV4 : NAME;
        if (!pattern.matcher(host).matches()) {
            throw bad("This is neither an address nor a name.");
        }
        return host;
    }

    private static String toAscii(String name) throws BadAddressException {
        try {
            return IDN.toASCII(name);
        } catch (IllegalArgumentException e) {
            throw bad("This is not a name.");
        }
    }

    private static int portOf(@Nullable String text, int defaultPort) throws BadAddressException {
        if (text == null) {
            return defaultPort;
        }
        int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > MAX_PORT) {
            throw new BadAddressException(ConnectProblem.BAD_PORT, "A port is a number from 1 to " + MAX_PORT + ".");
        }
        return port;
    }

    private static String pathOf(@Nullable String text) throws BadAddressException {
        if (text == null) {
            return "/";
        }
        try {
            URI uri = URI.create(new URI("ws://host" + text).toASCIIString());
            String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        } catch (URISyntaxException e) {
            throw bad("This is not the path of an address.");
        }
    }

    private static @Nullable String firstOf(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    private static String inBrackets(String host) {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static BadAddressException bad(String sentence) {
        return new BadAddressException(ConnectProblem.BAD_ADDRESS, sentence);
    }
}
