package io.lamplink.common.ui.control;

import io.lamplink.common.host.HostAddress;
import io.lamplink.common.host.HostInfo;
import io.lamplink.common.transfer.SafeText;
import io.lamplink.common.ui.theme.Amount;
import io.lamplink.common.ui.theme.Texts;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of the log as plain text, for the clipboard. */
final class ChatLines {

    /** Characters of an address in a menu. */
    static final int MENU_CHARACTERS = 60;

    private static final String STAR = "* ";

    private ChatLines() {}

    /** What a line says, without who and when. */
    static String text(ChatEntry entry, Texts texts) {
        return switch (entry) {
            case ChatEntry.ThisComputer computer -> card(computer.host(), texts);
            case ChatEntry.Notice notice -> texts.get(notice.phrase());
            case ChatEntry.Divider divider -> texts.get(divider.phrase());
            case ChatEntry.Own own -> own.text();
            case ChatEntry.Theirs theirs -> SafeText.lines(theirs.text());
        };
    }

    /**
     * A whole line. What the program says begins with a star, and no message does; the second and later lines of a message
     * are set in. So nobody can write what looks like a line of the log.
     */
    static String written(ChatEntry entry, Texts texts) {
        return written(entry, text(entry, texts), texts);
    }

    /** A line that says only {@code part} of its text. */
    static String written(ChatEntry entry, String part, Texts texts) {
        return switch (entry) {
            case ChatEntry.ThisComputer _ -> part;
            case ChatEntry.Notice notice -> time(notice.time(), texts) + "  " + STAR + SafeText.line(part);
            case ChatEntry.Divider _ -> STAR + part;
            case ChatEntry.Own own -> message(texts.get("chat.line.own"), own.time(), part, texts);
            case ChatEntry.Theirs theirs -> message(author(theirs), theirs.time(), part, texts);
        };
    }

    /** The addresses in a line. */
    static List<URI> links(ChatEntry entry) {
        return switch (entry) {
            case ChatEntry.ThisComputer _, ChatEntry.Notice _, ChatEntry.Divider _ -> List.of();
            case ChatEntry.Own own -> links(own.text());
            case ChatEntry.Theirs theirs -> links(theirs.text());
        };
    }

    /** An address for a menu, which is no wider than the longest of its items: the beginning says where it leads. */
    static String brief(URI address) {
        String whole = address.toString();
        return whole.length() <= MENU_CHARACTERS ? whole : whole.substring(0, MENU_CHARACTERS - 1) + "…";
    }

    private static List<URI> links(String text) {
        return Segment.of(Excerpt.of(text, 0).text()).stream()
                .filter(Segment.Link.class::isInstance)
                .map(segment -> ((Segment.Link) segment).address())
                .toList();
    }

    private static String author(ChatEntry.Theirs theirs) {
        String name = SafeText.line(theirs.author());
        return name.startsWith("*") ? "'" + name + "'" : name;
    }

    private static String message(String author, Instant time, String text, Texts texts) {
        return time(time, texts) + "  " + author + ": " + SafeText.lines(text).replace("\n", "\n       ");
    }

    private static String card(HostInfo host, Texts texts) {
        Stream<String> head = Stream.of(
                texts.get("host.card.title"), texts.get("host.card.name") + "  " + SafeText.line(host.hostName()));
        Stream<String> rows = host.addresses().stream().map(address -> row(host, address, texts));
        return Stream.concat(head, rows).collect(Collectors.joining("\n"));
    }

    private static String row(HostInfo host, HostAddress address, Texts texts) {
        String remark = host.isRecommended(address) ? "  " + texts.get("host.card.recommended") : "";
        return SafeText.line(address.interfaceName()) + "  " + HostWords.address(address) + remark;
    }

    private static String time(Instant time, Texts texts) {
        return texts.get(new Amount.TimeOfDay(time));
    }
}
