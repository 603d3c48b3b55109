package io.lamplink.common.ui.control;

import io.lamplink.common.transfer.SafeText;
import io.lamplink.common.ui.emoji.ColourEmoji;
import io.lamplink.common.ui.theme.Texts;
import java.util.UUID;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** What can be done with one client. */
final class ClientMenu {

    private static final int LONGEST_NAME = 32;

    private final Texts texts;
    private final ContextMenu menu = ColourEmoji.in(new ContextMenu());
    private @Nullable ClientActions actions;

    ClientMenu(Texts texts) {
        this.texts = texts;
        menu.setId("clientMenu");
    }

    void setActions(ClientActions actions) {
        this.actions = actions;
    }

    void show(ClientItem client, Node anchor, double x, double y) {
        String name = shortened(SafeText.line(client.name()));
        menu.hide();
        menu.getItems()
                .setAll(
                        item("client.menu.write", name, client.id(), ClientActions::write),
                        item("client.menu.send", name, client.id(), ClientActions::sendFiles),
                        new SeparatorMenuItem(),
                        item("client.menu.let-go", name, client.id(), ClientActions::letGo));
        menu.show(anchor, x, y);
    }

    private MenuItem item(String key, String name, UUID client, BiConsumer<ClientActions, UUID> action) {
        MenuItem item = new MenuItem(texts.get(key, name));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> {
            if (actions != null) {
                action.accept(actions, client);
            }
        });
        return item;
    }

    private static String shortened(String name) {
        int letters = name.codePointCount(0, name.length());
        return letters <= LONGEST_NAME ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }
}
