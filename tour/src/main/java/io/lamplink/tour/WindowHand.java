package io.lamplink.tour;

import io.lamplink.common.session.LinkState;
import io.lamplink.common.ui.control.ChatEntry;
import io.lamplink.common.ui.control.ChatLog;
import io.lamplink.common.ui.control.StatusLamp;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;

/** What the tour looks at in a window of Lamplink, and how it waits for it. Used on the tour's thread. */
final class WindowHand {
    private final String name;
    private final Stagehand hand;
    private final List<ChatEntry> entries;

    /** A hand on the window that the tour calls {@code name}, with the entries of its log. */
    WindowHand(String name, Stagehand hand, List<ChatEntry> entries) {
        this.name = name;
        this.hand = hand;
        this.entries = entries;
    }

    String name() {
        return name;
    }

    Stagehand hand() {
        return hand;
    }

    void lampBecomes(LinkState state) {
        hand.await("the lamp of the " + name + " is " + state, () -> lamp() == state);
    }

    private LinkState lamp() {
        StatusLamp lamp = (StatusLamp) hand.node("statusLamp");
        String shown = lamp.getState().name().toLowerCase(java.util.Locale.ROOT);
        boolean styled = lamp.getPseudoClassStates().stream()
                .anyMatch(pseudo -> pseudo.getPseudoClassName().equals(shown));
        if (!styled) {
            throw new TourException("The lamp of the " + name + " lacks the pseudo-class :" + shown + ".");
        }
        return lamp.getState();
    }

    void statusSays(String part) {
        hand.await(
                "the sentence beside the lamp of the " + name + " says " + part,
                () -> text("statusText").contains(part));
    }

    void logSays(String part) {
        hand.await("the log of the " + name + " says " + part, () -> log().contains(part));
    }

    void logIsEmpty() {
        hand.await("the log of the " + name + " is empty", () -> log().isBlank());
    }

    private String log() {
        return String.join("\n", ((ChatLog) hand.node("chatLog")).lines());
    }

    void allDelivered() {
        hand.await(
                "every message of the " + name + " is delivered",
                () -> log().lines().count() > 0 && undelivered() == 0);
    }

    /** How many messages of its own the window shows. */
    long ownMessages() {
        return hand.onFx(
                () -> entries.stream().filter(ChatEntry.Own.class::isInstance).count());
    }

    /** Waits until the window shows {@code count} messages of its own, all of them delivered. */
    void hasDelivered(long count) {
        hand.await(
                count + " messages of the " + name + " are delivered",
                () -> entries.stream().filter(ChatEntry.Own.class::isInstance).count() >= count && undelivered() == 0);
    }

    private long undelivered() {
        return entries.stream()
                .filter(entry -> entry instanceof ChatEntry.Own own && own.delivery() != ChatEntry.Delivery.DELIVERED)
                .count();
    }

    void fieldHolds(String id, String value) {
        hand.await("#" + id + " of the " + name + " holds " + value, () -> text(id).equals(value));
    }

    void isEnabled(String id, boolean enabled) {
        String state = enabled ? "can" : "cannot";
        hand.await(
                "#" + id + " of the " + name + " " + state + " be pressed",
                () -> hand.node(id).isDisabled() != enabled);
    }

    private String text(String id) {
        return switch (hand.node(id)) {
            case Labeled label -> label.getText();
            case TextInputControl field -> field.getText();
            default -> throw new TourException("#" + id + " holds no text.");
        };
    }
}
