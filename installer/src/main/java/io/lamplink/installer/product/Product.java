package io.lamplink.installer.product;

import io.lamplink.client.app.ClientMain;
import io.lamplink.server.app.ServerMain;
import java.lang.module.ModuleDescriptor;
import java.util.Optional;
import picocli.CommandLine;

/** A program that users install. */
public enum Product {
    SERVER(
            "lamplink-server",
            ServerMain.class,
            "io.lamplink.server.app.ServerApp",
            "b1b0e9a0-7a54-4f0c-9d33-3d2f5f0c6a11"),
    CLIENT(
            "lamplink-client",
            ClientMain.class,
            "io.lamplink.client.app.ClientApp",
            "5d4c7f7e-1b0b-4a55-8a35-0f6f7c1f2b22");

    private final String command;
    private final Class<?> main;
    private final String windowClass;
    private final String upgradeCode;

    /** What a menu says: the name and a short sentence, in English and in Simplified Chinese. */
    public record Words(String name, String chineseName, String about, String chineseAbout) {}

    Product(String command, Class<?> main, String windowClass, String upgradeCode) {
        this.command = command;
        this.main = main;
        this.windowClass = windowClass;
        this.upgradeCode = upgradeCode;
    }

    /** The name of its package and of its command. */
    public String command() {
        return command;
    }

    /** Its module, which is named as the package of all its packages is. */
    public String module() {
        String packageName = main.getPackageName();
        return packageName.substring(0, packageName.lastIndexOf('.'));
    }

    /** Its module and main class, as Java and jpackage want them. */
    public String moduleAndClass() {
        return module() + "/" + main.getName();
    }

    /** By what X11 desktops know that a window is this program's: JavaFX gives the name of the application's class. */
    public String windowClass() {
        return windowClass;
    }

    /** By what Windows knows that a package is a newer one of the same program; never changes. */
    public String upgradeCode() {
        return upgradeCode;
    }

    /** What a menu says. */
    public Words words() {
        return switch (this) {
            case SERVER ->
                new Words(
                        "Lamplink Server",
                        "Lamplink 服务器",
                        "Let the computers around you connect, chat and exchange files",
                        "让周围的电脑连接到这里，聊天并互传文件");
            case CLIENT ->
                new Words(
                        "Lamplink Client",
                        "Lamplink 客户端",
                        "Connect to a Lamplink server, chat and exchange files",
                        "连接到 Lamplink 服务器，聊天并互传文件");
        };
    }

    /** The same number for all programs, such as {@code 0.1.0}; 0 where they don't run as modules, as in tests. */
    public String version() {
        return Optional.ofNullable(main.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .orElse("0");
    }

    /** Its command line, under the name of its command. */
    public CommandLine commandLine() {
        return new CommandLine(main).setCommandName(command);
    }
}
