package io.lamplink.common.ui.control;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/**
 * A text as a QR code, to be read by a camera: dark on light in every theme, with the margin that readers need, and each of
 * its squares a whole number of pixels wide.
 */
public final class QrCode extends Region {

    /** Squares of margin on each side (ISO/IEC 18004). */
    private static final int MARGIN = 4;

    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final SVGPath marks = new SVGPath();
    private final Scale scale = new Scale();
    private int squares;

    /** An empty code. */
    public QrCode() {
        getStyleClass().add("qr-code");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        marks.getStyleClass().add("marks");
        marks.setSmooth(false);
        marks.setManaged(false);
        marks.getTransforms().add(scale);
        getChildren().add(marks);
        text.subscribe(this::draw);
    }

    /** What it says; of what is too long for a code (some two thousand characters) nothing is drawn. */
    public StringProperty textProperty() {
        return text;
    }

    private void draw() {
        Optional<ByteMatrix> matrix = text.get().isEmpty() ? Optional.empty() : encoded(text.get());
        squares = matrix.map(ByteMatrix::getWidth).orElse(0);
        marks.setContent(matrix.map(QrCode::path).orElse(""));
        requestLayout();
    }

    private static Optional<ByteMatrix> encoded(String text) {
        try {
            return Optional.of(Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException e) {
            return Optional.empty();
        }
    }

    /** The dark squares of each row, those side by side as one. */
    private static String path(ByteMatrix matrix) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                int from = x;
                while (x < matrix.getWidth() && matrix.get(x, y) == 1) {
                    x++;
                }
                if (x > from) {
                    path.append("M%d %dh%dv1h-%dz".formatted(from, y, x - from, x - from));
                }
            }
        }
        return path.toString();
    }

    @Override
    protected void layoutChildren() {
        if (squares == 0) {
            return;
        }
        double side = Math.min(getWidth(), getHeight());
        double size = Math.max(1, Math.floor(side / (squares + 2 * MARGIN)));
        scale.setX(size);
        scale.setY(size);
        marks.setLayoutX(Math.floor((getWidth() - size * squares) / 2));
        marks.setLayoutY(Math.floor((getHeight() - size * squares) / 2));
    }
}
