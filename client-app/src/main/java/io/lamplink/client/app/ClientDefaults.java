package io.lamplink.client.app;

import io.lamplink.common.diagnostics.ThisProgram;
import io.lamplink.common.engine.HubSettings;
import io.lamplink.common.engine.Peer;
import io.lamplink.common.session.ReconnectPolicy;
import io.lamplink.common.ui.theme.Language;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** What the client says by itself, and as which version it runs. */
final class ClientDefaults {
    /** What the original client says when it is connected (captured from it). */
    private static final String QT_GREETING = "客户端已连接!";

    private ClientDefaults() {}

    static String version() {
        var module = ClientDefaults.class.getModule().getDescriptor();
        return module == null ? "unpackaged" : module.rawVersion().orElse("unpackaged");
    }

    /** Begins the log, for a window or without one. */
    static ThisProgram begin(HubSettings settings) {
        return ThisProgram.begin("client", version(), settings.folder());
    }

    /** Without a window it speaks English, as its events do. */
    static HubSettings settings() {
        return settings(() -> Language.ENGLISH);
    }

    static HubSettings settings(Supplier<Language> language) {
        return HubSettings.forThisUser(
                "client", version(), server -> greeting(server, language.get()), ClientDefaults::offer);
    }

    static ReconnectPolicy reconnectPolicy() {
        return new ReconnectPolicy(System::nanoTime, new Random()::nextDouble);
    }

    private static String greeting(Peer server, Language language) {
        if (server.isQt()) {
            return QT_GREETING;
        }
        return switch (language) {
            case ENGLISH -> "Hello!";
            case CHINESE -> "你好！";
        };
    }

    private static String offer(List<String> sent) {
        return "不能按路径下载文件。Files cannot be fetched by path.";
    }
}
