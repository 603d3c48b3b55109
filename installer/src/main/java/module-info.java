import org.jspecify.annotations.NullMarked;

/** Makes what users install; not shipped. */
@NullMarked
module io.lamplink.installer {
    requires com.fasterxml.jackson.databind;
    requires io.lamplink.client;
    requires io.lamplink.common;
    requires io.lamplink.server;
    requires static org.jspecify;

    uses java.util.spi.ToolProvider;

    opens io.lamplink.installer.app to
            info.picocli;
}
