package io.lamplink.common.transfer;

import io.lamplink.common.protocol.Sha256;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** A file that arrived before, whose sender did not get to know it: nothing of it is written again. */
public record ArrivedFile(Path path, Sha256 arrived) implements Spool.Entry {

    @Override
    public long length() {
        return 0;
    }

    @Override
    public void readFully(ByteBuffer buffer, long position) {
        throw new UnsupportedOperationException("The digest says it all.");
    }

    @Override
    public void write(ByteBuffer data, long position) {
        throw new UnsupportedOperationException("It is there already.");
    }

    @Override
    public void clear() {}

    @Override
    public void finish(Sha256 digest) {}

    @Override
    public void suspend() {}

    @Override
    public void discard() {}
}
