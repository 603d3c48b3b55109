package io.lamplink.common.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** A file on a sender's disk: opened anew for each link, changed and broken while it is open or not. */
final class Original {
    private record Opened(MemorySource source, Life by) {}

    private final String name;
    private final List<byte[]> versions = new ArrayList<>();
    private final List<Opened> opened = new ArrayList<>();
    private Consumer<MemorySource> state = _ -> {};

    Original(String name, int size, Random random) {
        this.name = name;
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        versions.add(bytes);
    }

    String name() {
        return name;
    }

    int size() {
        return versions.getLast().length;
    }

    /** The file for one more link of the program {@code by}. */
    MemorySource open(Life by) {
        MemorySource source = new MemorySource(name, versions.getLast());
        state.accept(source);
        opened.add(new Opened(source, by));
        return source;
    }

    /** Something happens to the file, however often it is open. */
    void all(Consumer<MemorySource> change) {
        state = state.andThen(change);
        opened.forEach(one -> change.accept(one.source));
    }

    /** Some bytes change and nobody can see it by size and time; what is open already keeps the old ones. */
    void changeUnseen(Random random) {
        byte[] bytes = versions.getLast().clone();
        for (int i = 0; i < bytes.length; i += 1 + random.nextInt(bytes.length)) {
            bytes[i]++;
        }
        versions.add(bytes);
    }

    /** Whether these bytes are what the file has been at some time. */
    boolean has(byte[] bytes) {
        return versions.stream().anyMatch(version -> Arrays.equals(version, bytes));
    }

    /** Whether everybody who opened it has closed it, those who were killed apart. */
    boolean properlyClosed() {
        return opened.stream().allMatch(one -> one.source.properlyClosed() || !one.by.goesOn());
    }
}
