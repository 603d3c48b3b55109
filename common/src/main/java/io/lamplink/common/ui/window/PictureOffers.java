package io.lamplink.common.ui.window;

import io.lamplink.common.ui.theme.Phrase;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javafx.scene.image.Image;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes files of pictures that were pasted, and offers them to those who are written to. Lives on the JavaFX thread. */
final class PictureOffers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PictureOffers.class);

    private final ConversationViewModel model;
    private final WindowPorts ports;
    private final PastedPictures pictures;

    PictureOffers(ConversationViewModel model, WindowPorts ports) {
        this.model = model;
        this.ports = ports;
        pictures = new PastedPictures(
                ports.clock(),
                ports.clock().getZone(),
                Path.of(System.getProperty("java.io.tmpdir")),
                work -> Thread.ofPlatform().daemon().name("picture").start(work));
    }

    void offer(Image picture) {
        CompletionStage<Optional<Path>> file = pictures.keep(picture)
                .thenApply(Optional::of)
                .exceptionally(failure -> {
                    LOG.warn("A picture could not be taken from the clipboard.", failure);
                    return Optional.empty();
                });
        ports.door()
                .receive(
                        file,
                        made -> made.ifPresentOrElse(this::offer, () -> model.warn(Phrase.of("give.picture.failed"))));
    }

    private void offer(Path file) {
        model.giving().offer(List.of(file), sent -> {
            if (!sent.contains(file)) {
                pictures.remove(file);
            }
        });
    }

    @Override
    public void close() {
        pictures.close();
    }
}
