package io.lamplink.common.ui.window;

import io.lamplink.common.ui.control.CopyButton;
import io.lamplink.common.ui.control.WrappedLabel;
import io.lamplink.common.ui.fx.OnDemand;
import io.lamplink.common.ui.theme.Texts;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Shows which program this is, under which licences, and what helps to find a fault in it. */
final class AboutWindow {
    private static final double WIDTH = 520;
    private static final double HEIGHT = 620;
    private static final double ICON = 64;
    private static final int ICON_OF_TWICE = 5;
    private static final int ROWS = 9;

    /** In a package this text is a long one. */
    private static final int ROWS_OF_OTHERS = 22;

    private final WindowFrame frame;
    private final Texts texts;
    private final AboutViewModel model;
    private final StringProperty own = new SimpleStringProperty(this, "own", "");
    private final StringProperty others = new SimpleStringProperty(this, "others", "");
    private final OnDemand<SideWindow> window = new OnDemand<>(this::build);

    AboutWindow(WindowFrame frame, AboutViewModel model) {
        this.frame = frame;
        this.texts = frame.texts();
        this.model = model;
    }

    /** Opens it, or brings it to the front. */
    void show() {
        window.get().show();
    }

    private SideWindow build() {
        model.readLicences(own::set, others::set);
        return new SideWindow(frame, "about.title", "aboutPane", content(), WIDTH, HEIGHT);
    }

    private Node content() {
        VBox pane = new VBox(
                head(),
                group("about.help.heading", new WrappedLabel("detail", texts.bind("about.help.detail")), actions()),
                group("about.licence.heading", text("licenceText", "about.licence.heading", own, ROWS)),
                group(
                        "about.libraries.heading",
                        text("librariesText", "about.libraries.heading", others, ROWS_OF_OTHERS)));
        pane.getStyleClass().addAll("settings-pane", "about-pane");
        ScrollPane scroll = new ScrollPane(pane);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.accessibleTextProperty().bind(texts.bind("about.title"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private Node head() {
        ImageView icon = new ImageView(AppIcon.images().get(ICON_OF_TWICE));
        icon.setFitWidth(ICON);
        icon.setFitHeight(ICON);
        icon.setAccessibleRole(AccessibleRole.NODE);
        Label name = new WrappedLabel("name", texts.bind(new SimpleObjectProperty<>(model.name())));
        Label version = new WrappedLabel("version", texts.bind(new SimpleObjectProperty<>(model.version())));
        Label what = new WrappedLabel("what", texts.bind("about.what.text"));
        VBox words = new VBox(name, version, what);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(icon, words);
        head.getStyleClass().add("head");
        return head;
    }

    private Node actions() {
        CopyButton copy = CopyButton.asking(
                texts, "about.copy.button", receiver -> model.diagnose(WindowEngine.lines(), receiver));
        copy.setId("copyDiagnosticsButton");
        FlowPane actions = new FlowPane(copy);
        actions.getStyleClass().add("actions");
        if (model.logFolder().isPresent()) {
            actions.getChildren().add(logButton());
        }
        return actions;
    }

    private Button logButton() {
        Button log = new Button();
        log.setId("showLogButton");
        log.textProperty().bind(texts.bind("about.log.button"));
        log.setOnAction(_ -> model.showLog());
        return log;
    }

    private VBox group(String heading, Node... rows) {
        VBox group = new VBox(new WrappedLabel("heading", texts.bind(heading)));
        group.getChildren().addAll(rows);
        group.getStyleClass().add("settings-group");
        return group;
    }

    private TextArea text(String id, String heading, ObservableValue<String> words, int rows) {
        TextArea area = new TextArea();
        area.setId(id);
        area.setEditable(false);
        area.setWrapText(true);
        area.setPrefRowCount(rows);
        area.accessibleTextProperty().bind(texts.bind(heading));
        area.textProperty().bind(words);
        return area;
    }
}
