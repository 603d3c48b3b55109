package io.lamplink.common.ui.control;

import io.lamplink.common.history.HistoryQuery;
import io.lamplink.common.ui.fx.OnDemand;
import io.lamplink.common.ui.theme.Texts;
import java.util.UUID;
import javafx.css.PseudoClass;
import javafx.scene.layout.VBox;

/** What the program says in the log, in a pill, and under it the picture that has come, if one has. */
final class NoticeLine extends VBox {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final ChatLog log;
    private final Texts texts;
    private final SelectableText text = new SelectableText(14, 14);
    private final OnDemand<PictureButton> picture = new OnDemand<>(this::makePicture);

    NoticeLine(ChatLog log, Texts texts) {
        this.log = log;
        this.texts = texts;
        VBox pill = new VBox(text);
        pill.getStyleClass().add("pill");
        getStyleClass().add("said");
        getChildren().add(pill);
    }

    private PictureButton makePicture() {
        PictureButton made = new PictureButton();
        made.managedProperty().bind(made.visibleProperty());
        getChildren().add(made);
        return made;
    }

    SelectableText text() {
        return text;
    }

    /** Shows {@code line}, which says {@code said}, with the words of {@code looked} marked. */
    void show(ChatEntry.Notice line, String said, HistoryQuery looked) {
        text.show(said, looked.marksIn(said));
        pseudoClassStateChanged(ERROR, line.tone() == ChatEntry.Tone.ERROR);
        UUID transfer = line.picture();
        picture.ifMade(button -> button.setVisible(transfer != null));
        if (transfer != null) {
            PictureButton button = picture.get();
            button.show(log.picture(transfer));
            button.setAccessibleText(texts.get("chat.picture.accessible", said));
            button.setOnAction(_ -> log.openPicture(transfer));
        }
    }
}
