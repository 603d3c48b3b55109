package io.lamplink.common.tray.bus;

import io.lamplink.common.tray.TrayChoice;
import io.lamplink.common.tray.TrayFace;
import io.lamplink.common.tray.TrayItem;
import io.lamplink.common.tray.TrayListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** The menu of a sign. The number of an item is that of its choice, from 1; so a late click still means what it meant. */
final class MenuObject extends Exported implements StatusMenu {
    private static final int ROOT = 0;
    private static final List<TrayChoice> CHOICES = List.of(TrayChoice.values());
    private static final int PROTOCOL = 3;
    private static final String ITEM = "(ia{sv}av)";

    private final TrayListener listener;
    private volatile Drawn drawn;

    private record Drawn(List<TrayItem> items, long revision) {}

    MenuObject(TrayFace face, TrayListener listener) {
        super(StatusMenu.PATH, StatusMenu.NAME);
        this.drawn = new Drawn(face.items(), 1);
        this.listener = listener;
    }

    /** Shows other items from now on; on one thread. */
    void show(TrayFace face) {
        drawn = new Drawn(face.items(), drawn.revision() + 1);
    }

    /** The number of what is shown now. */
    UInt32 revision() {
        return new UInt32(drawn.revision());
    }

    @Override
    Map<String, Variant<?>> properties() {
        return Map.of(
                "Version",
                new Variant<>(new UInt32(PROTOCOL)),
                "TextDirection",
                new Variant<>("ltr"),
                "Status",
                new Variant<>("normal"),
                "IconThemePath",
                new Variant<>(List.of(), "as"));
    }

    private static int id(TrayItem item) {
        return CHOICES.indexOf(item.choice()) + 1;
    }

    private Optional<Map<String, Variant<?>>> properties(int id) {
        if (id == ROOT) {
            return Optional.of(Map.of("children-display", new Variant<>("submenu")));
        }
        return drawn.items().stream()
                .filter(item -> id(item) == id)
                .map(MenuObject::look)
                .findFirst();
    }

    /** An underline in what it says would mark a key. */
    private static Map<String, Variant<?>> look(TrayItem item) {
        Map<String, Variant<?>> look = new LinkedHashMap<>();
        look.put("label", new Variant<>(item.words().replace("_", "__")));
        look.put("enabled", new Variant<>(true));
        look.put("visible", new Variant<>(true));
        return look;
    }

    private Item item(int id, List<Variant<?>> children) {
        return new Item(id, properties(id).orElse(Map.of()), children);
    }

    @Override
    public Layout<UInt32, Item> getLayout(int parent, int depth, List<String> properties) {
        Drawn now = drawn;
        List<Variant<?>> children = new ArrayList<>();
        if (parent == ROOT && depth != 0) {
            now.items().forEach(one -> children.add(new Variant<>(item(id(one), List.of()), ITEM)));
        }
        return new Layout<>(new UInt32(now.revision()), item(parent, children));
    }

    @Override
    public List<StatusMenu.Properties> getGroupProperties(List<Integer> ids, List<String> properties) {
        List<Integer> wanted = new ArrayList<>(ids);
        if (ids.isEmpty()) {
            wanted.add(ROOT);
            drawn.items().forEach(one -> wanted.add(id(one)));
        }
        List<StatusMenu.Properties> found = new ArrayList<>();
        wanted.forEach(id -> properties(id).ifPresent(known -> found.add(new StatusMenu.Properties(id, known))));
        return found;
    }

    @Override
    public Variant<?> getProperty(int id, String name) {
        Variant<?> known = properties(id).orElse(Map.of()).get(name);
        return known == null ? new Variant<>("") : known;
    }

    @Override
    public void event(int id, String type, Variant<?> data, UInt32 time) {
        if (type.equals("clicked") && id > ROOT && id <= CHOICES.size()) {
            listener.chosen(CHOICES.get(id - 1));
        }
    }

    @Override
    public List<Integer> eventGroup(List<Happened> events) {
        events.forEach(one -> event(one.id, one.type, one.data, one.time));
        return events.stream()
                .map(one -> one.id)
                .filter(id -> properties(id).isEmpty())
                .toList();
    }

    @Override
    public boolean aboutToShow(int id) {
        return false;
    }

    @Override
    public Layout<List<Integer>, List<Integer>> aboutToShowGroup(List<Integer> ids) {
        return new Layout<>(
                List.of(), ids.stream().filter(id -> properties(id).isEmpty()).toList());
    }
}
