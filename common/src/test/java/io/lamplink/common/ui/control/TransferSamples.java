package io.lamplink.common.ui.control;

import io.lamplink.common.transfer.TransferSnapshot.FolderContents;
import io.lamplink.common.ui.control.TransferItem.Cause;
import io.lamplink.common.ui.control.TransferItem.Stage;
import io.lamplink.common.ui.theme.Phrase;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Items, rows and buttons' wishes for tests of cards. */
final class TransferSamples {

    private TransferSamples() {}

    /** Notes what buttons ask for: "cancel" and the id. */
    static TransferActions actions(List<String> asked) {
        return (TransferActions) Proxy.newProxyInstance(
                TransferActions.class.getClassLoader(),
                new Class<?>[] {TransferActions.class},
                (_, method, arguments) -> {
                    asked.add(method.getName().toLowerCase(Locale.ROOT) + " " + arguments[0]);
                    return null;
                });
    }

    /** A file of 1,000 bytes that is 40 % there. */
    static TransferItem item(Stage stage, boolean incoming) {
        Phrase failure = stage == Stage.FAILED ? Phrase.of("transfer.failure.stalled") : null;
        TransferItem.Hold hold =
                stage == Stage.PAUSED ? new TransferItem.Hold(Cause.HERE, Phrase.of("transfer.hold.here")) : null;
        return with(UUID.randomUUID(), "a.bin", incoming, stage, 0.4, failure, hold, null);
    }

    /** The same at another stage. */
    static TransferItem at(TransferItem item, Stage stage) {
        return with(item.id(), item.name(), item.incoming(), stage, item.progress(), null, null, item.contents());
    }

    /** The same, further on. */
    static TransferItem at(TransferItem item, double progress) {
        return with(
                item.id(),
                item.name(),
                item.incoming(),
                item.stage(),
                progress,
                item.failure(),
                item.hold(),
                item.contents());
    }

    /** The same, held up. */
    static TransferItem heldUp(TransferItem item, Cause cause) {
        Phrase sentence = switch (cause) {
            case HERE -> Phrase.of("transfer.hold.here");
            case THERE -> Phrase.of("transfer.hold.there", item.peer());
            case COMPARING -> Phrase.of("transfer.hold.comparing");
            case AWAY -> Phrase.of("transfer.hold.away", item.peer());
            case TROUBLE -> Phrase.of("transfer.hold.disk-full.there", item.peer());
        };
        return with(
                item.id(),
                item.name(),
                item.incoming(),
                Stage.PAUSED,
                item.progress(),
                null,
                new TransferItem.Hold(cause, sentence),
                item.contents());
    }

    /** The same as a folder. */
    static TransferItem folder(TransferItem item, int files, int done, int missing) {
        return with(
                item.id(),
                item.name(),
                item.incoming(),
                item.stage(),
                item.progress(),
                item.failure(),
                item.hold(),
                new FolderContents(files, done, missing));
    }

    private static TransferItem with(
            UUID id,
            String name,
            boolean incoming,
            Stage stage,
            double progress,
            @Nullable Phrase failure,
            TransferItem.@Nullable Hold hold,
            @Nullable FolderContents contents) {
        return new TransferItem(
                id,
                incoming,
                name,
                1000,
                progress,
                stage,
                "Mei",
                100,
                0,
                Duration.ofSeconds(6),
                TransferItem.Proof.VERIFIED,
                failure,
                true,
                hold,
                contents);
    }

    /** A transfer that moves as the test says. */
    static final class Moving {
        private final UUID id = UUID.randomUUID();
        private final TransferRow row = new TransferRow(id, this::make);
        private TransferItem item;
        private int made;

        Moving(String name) {
            item = with(id, name, true, Stage.MOVING, 0.4, null, null, null);
        }

        UUID id() {
            return id;
        }

        TransferRow row() {
            return row;
        }

        TransferItem item() {
            return item;
        }

        /** How often an item was made for a card. */
        int made() {
            return made;
        }

        void progress(double now) {
            become(at(item, now));
        }

        void become(TransferItem now) {
            item = now;
            row.changed();
        }

        private TransferItem make() {
            made++;
            return item;
        }
    }
}
