import org.jspecify.annotations.NullMarked;

/** The scripted walk through both real windows; not shipped. */
@NullMarked
module io.lamplink.tour {
    requires io.lamplink.client;
    requires io.lamplink.common;
    requires io.lamplink.server;
    requires java.desktop;
    requires static org.jspecify;

    exports io.lamplink.tour;

    opens io.lamplink.tour to
            info.picocli;
}
