package io.lamplink.server.app;

import io.lamplink.common.diagnostics.ThisProgram;
import io.lamplink.common.engine.HubSettings;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.ui.theme.Language;
import java.util.List;
import java.util.function.Supplier;

/** What the server says by itself, and as which version it runs. */
final class ServerDefaults {
    private ServerDefaults() {}

    static String version() {
        var module = ServerDefaults.class.getModule().getDescriptor();
        return module == null ? "unpackaged" : module.rawVersion().orElse("unpackaged");
    }

    /** Begins the log, for a window or without one. */
    static ThisProgram begin(HubSettings settings) {
        return ThisProgram.begin("server", version(), settings.folder());
    }

    /** Without a window it speaks English, as its events do. */
    static HubSettings settings() {
        return settings(() -> Language.ENGLISH);
    }

    static HubSettings settings(Supplier<Language> language) {
        return HubSettings.forThisUser(
                "server", version(), peer -> welcome(peer, language.get()), ServerDefaults::offer);
    }

    private static String welcome(Peer peer, Language language) {
        if (peer.isQt()) {
            return "欢迎! Welcome!";
        }
        return switch (language) {
            case ENGLISH -> "Welcome, " + peer.name() + "!";
            case CHINESE -> "欢迎，" + peer.name() + "！";
        };
    }

    private static String offer(List<String> sent) {
        return sent.isEmpty()
                ? "没有可供下载的文件。Files cannot be fetched by path; nothing has been sent here yet."
                : "不能按路径下载文件。Files cannot be fetched by path. Sent here so far: " + String.join(", ", sent);
    }
}
