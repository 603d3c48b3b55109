package io.lamplink.installer.product;

/** The entry in the menus of Linux desktops, by the Desktop Entry Specification. */
public final class DesktopEntry {
    private DesktopEntry() {}

    /** The text of {@code product}'s entry; its file name ends in {@code .desktop}. */
    public static String of(Product product) {
        Product.Words words = product.words();
        return String.join(
                "\n",
                "[Desktop Entry]",
                "Type=Application",
                "Version=1.5",
                "Name=" + words.name(),
                "Name[zh_CN]=" + words.chineseName(),
                "Comment=" + words.about(),
                "Comment[zh_CN]=" + words.chineseAbout(),
                "Exec=" + product.command(),
                "Icon=" + product.command(),
                "Terminal=false",
                "Categories=Network;Chat;FileTransfer;",
                "Keywords=chat;message;file;transfer;LAN;",
                "Keywords[zh_CN]=聊天;消息;文件;传输;局域网;",
                "StartupNotify=true",
                "StartupWMClass=" + product.windowClass(),
                "");
    }
}
