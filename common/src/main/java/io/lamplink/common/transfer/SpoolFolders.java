package io.lamplink.common.transfer;

import io.lamplink.common.protocol.Message;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folders of a {@link DiskSpool}: their files are files of the spool like others. May be used from any thread. */
public final class SpoolFolders implements Spool.Folders {
    private final SpoolIndex index;
    private final Function<SpoolIndex.Item, @Nullable StoredFile> stored;
    private final Consumer<UUID> drop;

    SpoolFolders(SpoolIndex index, Function<SpoolIndex.Item, @Nullable StoredFile> stored, Consumer<UUID> drop) {
        this.index = index;
        this.stored = stored;
        this.drop = drop;
    }

    @Override
    public List<StoredFile> begin(Message.FolderHeader header) {
        if (index.folder(header.folderId()).isEmpty()) {
            index.folderBegun(header);
        }
        return files(header.folderId());
    }

    @Override
    public void paths(UUID folder, List<String> paths) {
        index.paths(folder, paths);
    }

    @Override
    public void whole(UUID folder) {
        index.whole(folder);
    }

    @Override
    public void discard(UUID folder) {
        index.items().stream()
                .filter(item -> item.offer().place() instanceof Message.Place(UUID id, String _) && id.equals(folder))
                .filter(item -> item.stage().compareTo(SpoolIndex.Stage.TAKEN) < 0)
                .forEach(item -> drop.accept(item.id()));
        index.folderGone(folder);
    }

    /** The folder was saved elsewhere: lets go of it, and knows it again if its sender did not get to know. */
    public void saved(UUID folder) {
        discard(folder);
        index.folderSaved(folder);
    }

    /** Its files leave the spool for {@code part}; to be told before the first of them does. */
    public void saving(UUID folder, SavedPart part) {
        index.saving(folder, part);
    }

    /** Where saving it has begun, in this run or an earlier one. */
    public Optional<SavedPart> savedPart(UUID folder) {
        return index.folder(folder).flatMap(found -> Optional.ofNullable(found.saved()));
    }

    @Override
    public boolean isSaved(UUID folder) {
        return index.isSavedFolder(folder);
    }

    /** A folder that has arrived, if it is here. */
    public Optional<StoredFolder> arrived(UUID folder) {
        return index.folder(folder).filter(SpoolIndex.Folder::whole).map(this::stored);
    }

    /** Every folder that has arrived and is still here. */
    public List<StoredFolder> arrived() {
        return index.folders().stream()
                .filter(SpoolIndex.Folder::whole)
                .map(this::stored)
                .toList();
    }

    private StoredFolder stored(SpoolIndex.Folder folder) {
        Message.FolderHeader header = folder.header();
        return new StoredFolder(
                header.folderId(),
                SafeFileName.of(header.name()),
                header.files(),
                header.size(),
                List.copyOf(folder.paths()),
                files(header.folderId()),
                folder.sender());
    }

    private List<StoredFile> files(UUID folder) {
        return index.filesOf(folder).stream()
                .flatMap(item -> Stream.ofNullable(stored.apply(item)))
                .toList();
    }
}
