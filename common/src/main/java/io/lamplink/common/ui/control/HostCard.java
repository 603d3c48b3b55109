package io.lamplink.common.ui.control;

import io.lamplink.common.host.HostAddress;
import io.lamplink.common.host.HostInfo;
import io.lamplink.common.transfer.SafeText;
import io.lamplink.common.ui.theme.Texts;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** This computer's name and addresses, in columns. */
final class HostCard extends GridPane {

    private static final PseudoClass RECOMMENDED = PseudoClass.getPseudoClass("recommended");

    /** Enough for most addresses of version 4 with their mask; others wrap. */
    private static final double ADDRESS_WIDTH = 120;

    private final Texts texts;
    private int row;

    HostCard(HostInfo host, Texts texts) {
        this.texts = texts;
        getStyleClass().add("host-card");
        ColumnConstraints name = new ColumnConstraints();
        name.setMinWidth(64);
        ColumnConstraints address = new ColumnConstraints();
        address.setHgrow(Priority.ALWAYS);
        address.setMinWidth(ADDRESS_WIDTH);
        ColumnConstraints remark = new ColumnConstraints();
        getColumnConstraints().addAll(name, address, remark);
        add(label(texts.get("host.card.title"), "title"), 0, row++, 3, 1);
        addRow(texts.get("host.card.name"), SafeText.line(host.hostName()), "", false);
        for (HostAddress one : host.addresses()) {
            addRow(SafeText.line(one.interfaceName()), written(one), remark(host, one), host.isRecommended(one));
        }
    }

    private void addRow(String name, String value, String remark, boolean recommended) {
        Label last = label(remark, "remark");
        last.pseudoClassStateChanged(RECOMMENDED, recommended);
        addRow(row++, label(name, "name"), label(value, "value"), last);
    }

    private static String written(HostAddress address) {
        return address.isV4() ? address.text() + " / " + address.mask() : address.text() + address.mask();
    }

    private String remark(HostInfo host, HostAddress address) {
        if (host.isRecommended(address)) {
            return texts.get("host.card.recommended");
        }
        return switch (address.scope()) {
            case LOOPBACK -> texts.get("host.scope.loopback");
            case LINK_LOCAL -> texts.get("host.scope.link-local");
            case PRIVATE -> texts.get("host.scope.private");
            case SHARED -> texts.get("host.scope.shared");
            case DOCUMENTATION -> texts.get("host.scope.documentation");
            case RESERVED -> texts.get("host.scope.reserved");
            case PUBLIC -> texts.get("host.scope.public");
        };
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true); // Where words are longer, or the window is narrow.
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
