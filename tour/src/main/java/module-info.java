import org.jspecify.annotations.NullMarked;

/** The scripted walk through both real windows; not shipped. */
@NullMarked
module io.lamplink.tour {
    requires io.lamplink.client;
    requires io.lamplink.common;
    requires io.lamplink.server;
    requires static org.jspecify;

    exports io.lamplink.tour;
}
