package io.lamplink.common.tray.bus;

import io.lamplink.common.tray.TrayChoice;
import io.lamplink.common.tray.TrayFace;
import io.lamplink.common.tray.TrayListener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

/** The sign itself: what it looks like, and what a click does. */
final class ItemObject extends Exported implements StatusItem {
    private final TrayListener listener;
    private volatile TrayFace face;

    ItemObject(TrayFace face, TrayListener listener) {
        super(StatusItem.PATH, StatusItem.NAME);
        this.face = face;
        this.listener = listener;
    }

    void show(TrayFace now) {
        face = now;
    }

    @Override
    Map<String, Variant<?>> properties() {
        TrayFace now = face;
        Map<String, Variant<?>> all = new LinkedHashMap<>();
        all.put("Category", new Variant<>("Communications"));
        all.put("Id", new Variant<>("lamplink"));
        all.put("Title", new Variant<>(now.title()));
        all.put("Status", new Variant<>("Active"));
        all.put("WindowId", new Variant<>(0));
        for (String kind : List.of("Icon", "OverlayIcon", "AttentionIcon")) {
            all.put(kind + "Name", new Variant<>(""));
            boolean shown = kind.equals("Icon");
            all.put(kind + "Pixmap", new Variant<>(shown ? Pixmap.of(now.pictures()) : List.of(), Pixmap.MANY));
        }
        all.put("AttentionMovieName", new Variant<>(""));
        all.put("IconThemePath", new Variant<>(""));
        all.put("ToolTip", new Variant<>(tooltip(now), ToolTip.TYPE));
        all.put("ItemIsMenu", new Variant<>(false));
        all.put("Menu", new Variant<>(new DBusPath(StatusMenu.PATH), "o"));
        return all;
    }

    private static ToolTip tooltip(TrayFace now) {
        String text = now.sentence().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return new ToolTip("", List.of(), now.title(), text);
    }

    @Override
    public void activate(int x, int y) {
        listener.chosen(TrayChoice.SHOW);
    }

    @Override
    public void secondaryActivate(int x, int y) {
        listener.chosen(TrayChoice.SHOW);
    }

    @Override
    public void contextMenu(int x, int y) {
        listener.chosen(
                TrayChoice.SHOW); // Only who does not draw menus asks for one; the window has all that is in it.
    }

    @Override
    public void scroll(int delta, String orientation) {}
}
