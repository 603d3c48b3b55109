import org.jspecify.annotations.NullMarked;

/** Measurements of the real programs; not shipped. */
@NullMarked
module io.lamplink.bench {
    requires io.lamplink.client;
    requires io.lamplink.common;
    requires io.lamplink.server;
    requires java.management;
    requires jdk.net;
    requires static org.jspecify;

    opens io.lamplink.bench.app to
            info.picocli;
}
