package io.lamplink.common.ui.control;

import io.lamplink.common.ui.theme.Texts;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.IndexRange;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import org.jspecify.annotations.Nullable;

/**
 * The menus of fields, in the window's language: JavaFX writes its own in the language of the system, whatever was chosen in
 * the window. JavaFX thread only.
 */
public final class FieldMenus {
    private final Texts texts;

    private FieldMenus(Texts texts) {
        this.texts = texts;
    }

    /** Gives each field of {@code scene} its menu when it is asked for. */
    public static void in(Scene scene, Texts texts) {
        FieldMenus menus = new FieldMenus(texts);
        scene.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            TextInputControl field = field(event.getTarget());
            if (field != null && field.getContextMenu() == null) {
                field.setContextMenu(menus.menu(field));
            }
        });
    }

    private static @Nullable TextInputControl field(Object target) {
        Node node = target instanceof Node start ? start : null;
        while (node != null && !(node instanceof TextInputControl)) {
            node = node.getParent();
        }
        return node instanceof TextInputControl field ? field : null;
    }

    private ContextMenu menu(TextInputControl field) {
        ContextMenu menu = new ContextMenu();
        add(menu, field, "field.menu.undo", TextInputControl::isUndoable, TextInputControl::undo);
        add(menu, field, "field.menu.redo", TextInputControl::isRedoable, TextInputControl::redo);
        menu.getItems().add(new SeparatorMenuItem());
        add(menu, field, "field.menu.cut", one -> one.isEditable() && selects(one), TextInputControl::cut);
        add(menu, field, "field.menu.copy", FieldMenus::selects, TextInputControl::copy);
        add(menu, field, "field.menu.paste", FieldMenus::takes, TextInputControl::paste);
        add(menu, field, "field.menu.delete", one -> one.isEditable() && selects(one), FieldMenus::delete);
        menu.getItems().add(new SeparatorMenuItem());
        add(menu, field, "field.menu.select-all", one -> one.getLength() > 0, TextInputControl::selectAll);
        return menu;
    }

    /** An item that can be chosen while {@code can} holds, looked at when the menu opens. */
    private void add(
            ContextMenu menu,
            TextInputControl field,
            String key,
            Predicate<TextInputControl> can,
            Consumer<TextInputControl> action) {
        MenuItem item = new MenuItem();
        item.setId(key);
        item.textProperty().bind(texts.bind(key));
        item.setOnAction(_ -> action.accept(field));
        menu.getItems().add(item);
        menu.showingProperty().addListener((_, _, _) -> item.setDisable(!can.test(field)));
        item.setDisable(!can.test(field));
    }

    private static boolean selects(TextInputControl field) {
        return field.getSelection().getLength() > 0;
    }

    private static boolean takes(TextInputControl field) {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        return field.isEditable() && (clipboard.hasString() || clipboard.hasFiles() || clipboard.hasImage());
    }

    private static void delete(TextInputControl field) {
        IndexRange selected = field.getSelection();
        field.deleteText(selected);
    }
}
