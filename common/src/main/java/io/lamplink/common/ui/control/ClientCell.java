package io.lamplink.common.ui.control;

import io.lamplink.common.transfer.SafeText;
import io.lamplink.common.ui.emoji.ColourEmoji;
import io.lamplink.common.ui.theme.Amount;
import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One client: lamp, name, lock, kind and delay; below, where it is and what it receives. All rows have the same height. */
final class ClientCell extends ListCell<ClientRow> {

    /** Of an IPv4 address, which is never cut: what is received gives way. */
    private static final int LONGEST_V4 = 15;

    private final Texts texts;
    private final ClientList list;
    private final Label name = ColourEmoji.in(new Label());
    private final FontIcon lock = new FontIcon(Feather.LOCK);
    private final Label badge = new Label();
    private final Label delay = new Label();
    private final Label address = new Label();
    private final Label receiving = ColourEmoji.in(new Label());
    private final Label percent = new Label();
    private final HBox below = line(address, receiving, percent);
    private final Button menu = new Button();
    private final Tooltip whole = ColourEmoji.in(new Tooltip());
    private final Island row;
    private final Runnable fill = this::fill;
    private final Runnable check;
    private Subscription following = Subscription.EMPTY;
    private @Nullable ClientRow followed;

    ClientCell(Texts texts, ClientList list) {
        this.texts = texts;
        this.list = list;
        getStyleClass().add("client-cell");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        Region dot = new Region();
        dot.getStyleClass().add("dot");
        VBox words = new VBox(line(name, lock, badge, delay, menuButton()), below);
        words.setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add("words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox content = new HBox(dot, words);
        content.getStyleClass().add("row");
        content.setAlignment(Pos.CENTER_LEFT);
        name(name, "name");
        name(badge, "badge");
        name(delay, "delay");
        name(address, "about");
        name(receiving, "receiving");
        name(percent, "percent");
        lock.getStyleClass().add("lock");
        receiving.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        address.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // Networks begin alike and machines end alike.
        Stream.of(badge, delay, percent).forEach(label -> label.setMinWidth(USE_PREF_SIZE));
        row = new Island(content);
        check = row::askIfUnheard;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        visibleProperty().subscribe(this::growStale);
        list.takeDrops(this, () -> getItem() == null ? null : Set.of(getItem().id()));
    }

    private static HBox line(Label first, Node... rest) {
        HBox.setHgrow(first, Priority.ALWAYS);
        first.setMaxWidth(Double.MAX_VALUE);
        first.setMinWidth(0);
        HBox line = new HBox(first);
        line.getStyleClass().add("line");
        line.getChildren().addAll(rest);
        for (Node node : rest) {
            node.managedProperty().bind(node.visibleProperty());
        }
        return line;
    }

    private static void name(Label label, String styleClass) {
        label.getStyleClass().add(styleClass);
    }

    private Button menuButton() {
        menu.getStyleClass().addAll("icon-button", "menu");
        menu.setGraphic(new FontIcon(Feather.MORE_VERTICAL));
        menu.setFocusTraversable(false); // The keyboard has the menu key; a stop for each row would be too many.
        menu.visibleProperty().bind(hoverProperty().or(selectedProperty()));
        menu.accessibleTextProperty().bind(texts.bind("client.menu.button"));
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(texts.bind("client.menu.button"));
        menu.setTooltip(tooltip);
        menu.setOnAction(_ -> {
            if (getItem() != null) {
                list.showMenu(getItem(), menu);
            }
        });
        return menu;
    }

    @Override
    protected void updateItem(@Nullable ClientRow client, boolean empty) {
        super.updateItem(client, empty);
        ClientRow now = empty ? null : client;
        if (now != followed) {
            following.unsubscribe();
            followed = now;
            following = now == null ? Subscription.EMPTY : now.onChange(this::growStale);
            fill();
        }
    }

    /** What the cell says is no longer so; it is put right at the next pulse, once for all changes until then. */
    void growStale() {
        list.fillSoon(fill);
    }

    private void fill() {
        ClientRow client = followed;
        if (client == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText("");
        } else if (isVisible()) {
            show(client.item());
            if (getGraphic() == null) {
                setGraphic(row);
                setTooltip(whole);
            }
            list.fillSoon(check);
        }
    }

    private void show(ClientItem client) {
        list.countFill();
        name.setText(SafeText.line(client.name()));
        lock.setVisible(client.encrypted());
        badge.setVisible(client.original());
        badge.setText(client.original() ? texts.get("client.badge.original") : "");
        Duration roundTrip = client.roundTrip();
        delay.setVisible(roundTrip != null);
        delay.setText(roundTrip == null ? "" : texts.get(new Amount.Delay(roundTrip)));
        address.setText(client.name().equals(client.address()) ? "" : client.address());
        boolean fits = client.address().length() <= LONGEST_V4;
        address.setMinWidth(fits ? USE_PREF_SIZE : 0);
        show(client.receiving());
        below.setManaged(!address.getText().isEmpty() || receiving.isVisible()); // A name alone stands beside its lamp.
        String spoken = spoken(client);
        setAccessibleText(spoken);
        whole.setText(spoken);
    }

    private void show(ClientItem.@Nullable Receiving now) {
        boolean one = now != null && now.files() == 1;
        receiving.setVisible(now != null);
        receiving.setText(
                now == null ? "" : one ? SafeText.line(now.name()) : texts.get("client.receiving.files", now.files()));
        percent.setVisible(now != null);
        percent.setText(now == null ? "" : texts.get("client.receiving.percent", (int) (now.progress() * 100)));
    }

    /** Everything, for who cannot see it and for the tooltip. */
    private String spoken(ClientItem client) {
        Phrase receives = client.receiving() == null
                ? null
                : Phrase.of("client.receiving.accessible", receiving.getText(), percent.getText());
        return Stream.of(
                        name.getText(),
                        client.address(),
                        client.original() ? texts.get("client.about.original") : null,
                        client.encrypted() ? texts.get("client.about.encrypted") : null,
                        delay.getText(),
                        receives == null ? null : texts.get(receives))
                .filter(Objects::nonNull)
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    /** Fills it without waiting for the pulse, for tests. */
    void fillNow() {
        fill();
    }

    /** What it shows, for tests. */
    List<String> shown() {
        return Stream.of(name, badge, delay, address, receiving, percent)
                .map(Label::getText)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
