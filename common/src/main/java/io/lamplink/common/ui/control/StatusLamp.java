package io.lamplink.common.ui.control;

import io.lamplink.common.session.LinkState;
import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import javafx.util.Duration;

/**
 * The lamp: dark, yellow, green or red, as the pseudo-classes
 * {@code :idle :waiting :connected :reconnecting :lost} say. It breathes while waiting for something, unless the system asks for reduced motion. Its sentence is its tooltip and its accessible text.
 */
public final class StatusLamp extends StackPane {

    private static final Duration BREATH = Duration.millis(1100);

    private final ObjectProperty<LinkState> state = new SimpleObjectProperty<>(this, "state", LinkState.IDLE);
    private final Region glow = new Region();
    /** An animation that goes on holds what it moves: a window that was closed would never be forgotten. */
    private final BooleanProperty seen = new SimpleBooleanProperty(this, "seen");
    /** The system outlives every window, and must not keep them. */
    private final InvalidationListener onMotion = _ -> breathe();

    private final Timeline breathing = new Timeline(
            new KeyFrame(Duration.ZERO, new KeyValue(glow.opacityProperty(), 1, Interpolator.EASE_BOTH)),
            new KeyFrame(BREATH, new KeyValue(glow.opacityProperty(), 0.25, Interpolator.EASE_BOTH)));

    /** A dark lamp. */
    public StatusLamp() {
        getStyleClass().add("status-lamp");
        setAccessibleRole(AccessibleRole.TEXT);
        Region bulb = new Region();
        bulb.getStyleClass().add("bulb");
        glow.getStyleClass().add("glow");
        getChildren().addAll(bulb, glow);
        breathing.setAutoReverse(true);
        breathing.setCycleCount(Animation.INDEFINITE);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(accessibleTextProperty());
        Tooltip.install(this, tooltip);
        state.subscribe(this::show);
        seen.bind(sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false));
        seen.subscribe(this::breathe);
        Platform.getPreferences().reducedMotionProperty().addListener(new WeakInvalidationListener(onMotion));
    }

    /** What the lamp shows; never null. */
    public ObjectProperty<LinkState> stateProperty() {
        return state;
    }

    /** What the lamp shows. */
    public LinkState getState() {
        return state.get();
    }

    /** Whether it breathes now. */
    boolean isBreathing() {
        return breathing.getStatus() == Animation.Status.RUNNING;
    }

    private void show(LinkState now) {
        for (LinkState each : LinkState.values()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT)), each == now);
        }
        breathe();
    }

    private void breathe() {
        boolean calm = Platform.getPreferences().isReducedMotion();
        if (getState().expectant() && seen.get() && !calm) {
            breathing.play();
        } else {
            breathing.stop();
            glow.setOpacity(1);
        }
    }
}
