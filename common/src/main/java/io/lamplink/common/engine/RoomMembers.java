package io.lamplink.common.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is in the room under which name, and what the others have to hear of it: each coming and going once, and nothing of a
 * link that breaks and is there again soon. Times are in nanoseconds from any start. Not thread-safe.
 */
final class RoomMembers {
    /** So long a client whose link broke keeps its name and has not left. */
    static final Duration RETURNS_WITHIN = Duration.ofSeconds(10);

    private final RoomNames names;
    private final Map<UUID, Member> present = new LinkedHashMap<>();
    private final Map<UUID, Away> away = new HashMap<>();
    private final Set<UUID> newcomers = new LinkedHashSet<>();
    private final Set<String> joined = new LinkedHashSet<>();
    private final Set<String> left = new LinkedHashSet<>();

    private record Member(
            String name, String wish, @Nullable UUID identity) {}

    private record Away(Member member, long since) {}

    /**
     * What is to be told.
     *
     * @param here names of all, for the newcomers
     * @param newcomers who has not heard anything yet
     * @param left names, for all the others
     * @param joined names, for all the others
     */
    record News(List<String> here, Set<UUID> newcomers, List<String> left, List<String> joined) {}

    RoomMembers(RoomNames names) {
        this.names = names;
    }

    /** Nobody is called {@code name} who comes from now on. */
    void reserve(String name) {
        names.reserve(name);
    }

    /**
     * A client has come.
     *
     * @param link by which {@link #leave} names it
     * @param wish what it would be called, not empty
     * @param identity by which it is known again; null if it is not
     * @return what it is called in the room
     */
    String join(UUID link, String wish, @Nullable UUID identity) {
        Member before = identity == null ? null : takeBack(identity);
        Member member;
        if (before != null && before.wish().equals(wish)) {
            member = before;
        } else {
            if (before != null) {
                gone(before);
            }
            member = new Member(names.take(wish), wish, identity);
            joined.add(member.name());
        }
        present.put(link, member);
        newcomers.add(link);
        return member.name();
    }

    /** Who that was, if it was here before, over a link that broke or that nobody has noticed the end of. */
    private @Nullable Member takeBack(UUID identity) {
        Away was = away.remove(identity);
        if (was != null) {
            return was.member();
        }
        for (Map.Entry<UUID, Member> entry : present.entrySet()) {
            if (identity.equals(entry.getValue().identity())) {
                newcomers.remove(entry.getKey());
                return present.remove(entry.getKey());
            }
        }
        return null;
    }

    /**
     * A link has ended.
     *
     * @param broken whether its client may be back soon, because nobody wanted the end
     */
    void leave(UUID link, boolean broken, long now) {
        newcomers.remove(link);
        Member member = present.remove(link);
        if (member == null) {
            return; // Another link of the same client has taken its place.
        }
        if (broken && member.identity() != null) {
            away.put(member.identity(), new Away(member, now));
        } else {
            gone(member);
        }
    }

    /** Those who did not come back in time have left. */
    void expire(long now) {
        away.values().removeIf(one -> {
            boolean late = now - one.since() >= RETURNS_WITHIN.toNanos();
            if (late) {
                gone(one.member());
            }
            return late;
        });
    }

    private void gone(Member member) {
        names.free(member.name());
        if (!joined.remove(member.name())) {
            left.add(member.name());
        }
    }

    /** Whether somebody has to hear something. */
    boolean hasNews() {
        return !newcomers.isEmpty() || !joined.isEmpty() || !left.isEmpty();
    }

    /** What has not been told yet; it counts as told from now on. */
    News takeNews() {
        List<String> here = new ArrayList<>();
        present.values().forEach(member -> here.add(member.name()));
        away.values().forEach(one -> here.add(one.member().name()));
        News news = new News(here, Set.copyOf(newcomers), List.copyOf(left), List.copyOf(joined));
        newcomers.clear();
        joined.clear();
        left.clear();
        return news;
    }
}
