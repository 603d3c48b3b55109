package io.lamplink.common.ui.control;

import io.lamplink.common.host.HostAddress;
import io.lamplink.common.host.HostInfo;
import io.lamplink.common.transfer.SafeText;
import io.lamplink.common.ui.theme.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** This computer's name and addresses, in columns. */
final class HostCard extends GridPane {

    private static final PseudoClass RECOMMENDED = PseudoClass.getPseudoClass("recommended");

    /** No system that we know gives longer names to network cards. */
    private static final int LONGEST_NAME = 16;

    private final List<HostLine> lines = new ArrayList<>();
    private int row;

    HostCard(HostInfo host, Texts texts) {
        getStyleClass().add("host-card");
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(new ColumnConstraints(), rest);
        add(label(texts.get("host.card.title"), "title"), 0, row++, 2, 1);
        addRow(texts.get("host.card.name"), label(SafeText.line(host.hostName()), "value"));
        for (HostAddress one : host.addresses()) {
            addRow(SafeText.line(one.interfaceName()), line(host, one, texts));
        }
    }

    /** Names stay whole: what is beside them has other ways. */
    private void addRow(String name, Node value) {
        Label label = label(name, "name");
        if (name.length() <= LONGEST_NAME) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        setValignment(label, VPos.TOP);
        addRow(row++, label, value);
    }

    private HostLine line(HostInfo host, HostAddress one, Texts texts) {
        Label remark = label(texts.get(HostWords.remark(host, one)), "remark");
        remark.pseudoClassStateChanged(RECOMMENDED, host.isRecommended(one));
        HostLine line = new HostLine(label(HostWords.address(one), "value"), remark, lines);
        lines.add(line);
        return line;
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true); // Where words are longer, or the window is narrow.
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
