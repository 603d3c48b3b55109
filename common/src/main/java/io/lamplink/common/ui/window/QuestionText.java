package io.lamplink.common.ui.window;

import io.lamplink.common.ui.theme.Phrase;
import io.lamplink.common.ui.theme.Texts;
import java.util.regex.Pattern;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * What a question says below its heading, in paragraphs. One that is nothing but an argument is what has to be compared, such as
 * the words of a fingerprint: it stands out as it does where the other side shows it.
 */
final class QuestionText extends VBox {

    private static final Pattern DIGITS = Pattern.compile("[0-9a-f\\s]+");

    QuestionText(Texts texts, Phrase detail) {
        getStyleClass().add("question-text");
        for (String paragraph : texts.get(detail).split("\n\n", -1)) {
            Label label = new Label(paragraph);
            label.setWrapText(true);
            if (detail.arguments().contains(paragraph)) {
                label.getStyleClass().add(DIGITS.matcher(paragraph).matches() ? "digits" : "words");
            }
            getChildren().add(label);
        }
    }
}
