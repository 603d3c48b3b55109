import org.jspecify.annotations.NullMarked;

/** The server window and its socket. */
@NullMarked
module io.lamplink.server {
    requires io.lamplink.common;
    requires org.kordamp.ikonli.feather;
    requires org.kordamp.ikonli.javafx;
    requires static org.jspecify;

    exports io.lamplink.server.app;
    exports io.lamplink.server.engine;
    exports io.lamplink.server.view;

    opens io.lamplink.server.app to
            info.picocli;
    opens io.lamplink.server.view to
            javafx.fxml;
}
