package io.lamplink.common.engine;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a web page comes from, as a browser names it in {@code Origin}: scheme, host and port, nothing else. Immutable.
 *
 * @param text in lower case, without the port that the scheme has anyway
 */
public record WebOrigin(String text) {
    private static final int MAX_PORT = 65_535;

    /** The origin that {@code text} names; empty if it names none, or more than that: a path, a user, a wildcard. */
    public static Optional<WebOrigin> of(String text) {
        try {
            URI uri = new URI(text.strip().toLowerCase(Locale.ROOT));
            return isOrigin(uri) ? Optional.of(new WebOrigin(written(uri))) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isOrigin(URI uri) {
        return uri.getScheme() != null
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getPort() <= MAX_PORT;
    }

    private static String written(URI uri) {
        boolean usual = uri.getPort() < 0
                || (uri.getScheme().equals("http") && uri.getPort() == 80)
                || (uri.getScheme().equals("https") && uri.getPort() == 443);
        return uri.getScheme() + "://" + uri.getHost() + (usual ? "" : ":" + uri.getPort());
    }

    @Override
    public String toString() {
        return text;
    }
}
