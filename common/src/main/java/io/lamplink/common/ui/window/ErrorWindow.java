package io.lamplink.common.ui.window;

import io.lamplink.common.diagnostics.Diagnostics;
import io.lamplink.common.ui.control.CopyButton;
import io.lamplink.common.ui.control.Ornament;
import io.lamplink.common.ui.control.WrappedLabel;
import io.lamplink.common.ui.fx.OnDemand;
import io.lamplink.common.ui.theme.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Says that something went wrong in the program itself, and lets the details be copied. One window for all that goes wrong: what
 * comes while it is open is added. It waits for nothing, so the program goes on beside it.
 */
final class ErrorWindow {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 272;

    /** Enough to find the fault that the others follow from. */
    private static final int MOST = 10;

    private final WindowFrame frame;
    private final Texts texts;
    private final List<Throwable> errors = new ArrayList<>();
    private final StringProperty names = new SimpleStringProperty(this, "names", "");
    private final OnDemand<SideWindow> window = new OnDemand<>(this::build);

    ErrorWindow(WindowFrame frame) {
        this.frame = frame;
        this.texts = frame.texts();
    }

    /** Tells of {@code error}; on the JavaFX thread. */
    void show(Throwable error) {
        SideWindow shown = window.get();
        if (!shown.isShowing()) {
            errors.clear();
        }
        if (errors.size() < MOST) {
            errors.add(error);
            names.set(String.join(
                    "\n",
                    errors.stream().map(one -> one.getClass().getSimpleName()).toList()));
        }
        if (!shown.isShowing()) { // One that is open comes no further to the front: somebody may be typing.
            shown.show();
        }
    }

    private SideWindow build() {
        return new SideWindow(
                frame,
                "errors.title",
                "errorPane",
                content(),
                WIDTH,
                HEIGHT,
                CopyButton.asking(texts, "errors.copy.button", receiver -> receiver.accept(details())));
    }

    private String details() {
        return String.join(
                "\n",
                errors.stream()
                        .map(error -> Diagnostics.of(frame.ports().program(), error))
                        .toList());
    }

    private Node content() {
        Label sentence = new WrappedLabel("sentence", texts.bind("errors.sentence.text"));
        HBox head = new HBox(Ornament.of(Feather.ALERT_TRIANGLE), sentence);
        head.getStyleClass().add("head");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        Label what = new WrappedLabel("what", names);
        what.setId("errorNames");
        what.setMaxWidth(Double.MAX_VALUE);
        VBox pane = new VBox(head, what, new WrappedLabel("detail", texts.bind("errors.detail.text")));
        pane.getStyleClass().add("error-pane");
        ReadingScroll scroll = new ReadingScroll(pane);
        scroll.accessibleTextProperty().bind(texts.bind("errors.title"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }
}
