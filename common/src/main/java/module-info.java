import org.jspecify.annotations.NullMarked;

/** Everything both windows share. */
@NullMarked
module io.lamplink.common {
    requires transitive info.picocli;
    requires transitive javafx.controls;
    requires transitive javafx.fxml;
    requires transitive org.java_websocket;
    requires transitive org.slf4j;
    requires atlantafx.base;
    requires com.fasterxml.jackson.databind;
    requires com.google.zxing;
    requires java.desktop;
    requires java.logging;
    requires java.sql;
    requires javax.jmdns;
    requires org.bouncycastle.provider;
    requires org.freedesktop.dbus;
    requires org.freedesktop.dbus.transport.jre; // by its name, as nobody asks an image for it
    requires org.kordamp.ikonli.feather;
    requires org.kordamp.ikonli.javafx;
    requires org.xerial.sqlitejdbc;
    requires static org.jspecify;

    exports io.lamplink.common.diagnostics;
    exports io.lamplink.common.discovery;
    exports io.lamplink.common.discovery.mdns;
    exports io.lamplink.common.engine;
    exports io.lamplink.common.entry;
    exports io.lamplink.common.history;
    exports io.lamplink.common.host;
    exports io.lamplink.common.notice;
    exports io.lamplink.common.picture;
    exports io.lamplink.common.power;
    exports io.lamplink.common.protocol;
    exports io.lamplink.common.reach;
    exports io.lamplink.common.recorder;
    exports io.lamplink.common.scripted;
    exports io.lamplink.common.security;
    exports io.lamplink.common.session;
    exports io.lamplink.common.settings;
    exports io.lamplink.common.transfer;
    exports io.lamplink.common.tray;
    exports io.lamplink.common.ui.control;
    exports io.lamplink.common.ui.emoji;
    exports io.lamplink.common.ui.fx;
    exports io.lamplink.common.ui.keys;
    exports io.lamplink.common.ui.theme;
    exports io.lamplink.common.ui.window;
    exports io.lamplink.common.websocket;

    opens io.lamplink.common.scripted to
            info.picocli;
    opens io.lamplink.common.tray.bus to
            org.freedesktop.dbus;
    opens io.lamplink.common.ui.control to
            javafx.fxml;
}
