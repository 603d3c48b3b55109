import org.jspecify.annotations.NullMarked;

/** The client window and its socket. */
@NullMarked
module io.lamplink.client {
    requires io.lamplink.common;
    requires static org.jspecify;

    exports io.lamplink.client.app;
    exports io.lamplink.client.engine;
    exports io.lamplink.client.view;

    opens io.lamplink.client.app to
            info.picocli;
    opens io.lamplink.client.view to
            javafx.fxml;
}
