package io.lamplink.common.ui.fx;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is made when it is first wanted: a window beside the main one would cost a start, and most starts never show
 * it; so would the parts of a line that most lines have no use for. For one thread.
 */
public final class OnDemand<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    /** Nothing yet; {@code maker} is called once. */
    public OnDemand(Supplier<T> maker) {
        this.maker = maker;
    }

    /** It, made now if nobody has wanted it before. */
    @Override
    public T get() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }

    /** Does something to it, unless nobody has wanted it before. */
    public void ifMade(Consumer<T> action) {
        if (made != null) {
            action.accept(made);
        }
    }
}
