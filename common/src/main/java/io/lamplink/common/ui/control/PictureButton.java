package io.lamplink.common.ui.control;

import io.lamplink.common.ui.control.Thumbnails.Picture;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A small picture that can be pressed; where there is none, the sign of a file. As high before it is read as after. */
final class PictureButton extends Button {

    private static final double HEIGHT = 160;
    private static final double WIDTH = 240;

    private final ImageView view = new ImageView();
    private final FontIcon file = new FontIcon(Feather.FILE);
    private boolean none;

    PictureButton() {
        getStyleClass().add("picture");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        setMinHeight(USE_PREF_SIZE);
        setMaxWidth(USE_PREF_SIZE);
    }

    /** Shows what is known of a picture. */
    void show(Optional<Picture> picture) {
        Image image = picture.map(Picture::image).orElse(null);
        view.setImage(image);
        if (image != null) {
            double scale = Math.min(1, Math.min(WIDTH / image.getWidth(), HEIGHT / image.getHeight()));
            view.setFitWidth(image.getWidth() * scale);
            view.setFitHeight(image.getHeight() * scale);
        }
        none = picture.isPresent() && image == null;
        setGraphic(image == null ? file : view);
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return none ? super.computePrefHeight(width) : HEIGHT + snappedTopInset() + snappedBottomInset();
    }
}
