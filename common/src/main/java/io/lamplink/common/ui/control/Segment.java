package io.lamplink.common.ui.control;

import io.lamplink.common.ui.emoji.Emoji;
import io.lamplink.common.ui.emoji.EmojiSet;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of a text that is shown in one way. */
sealed interface Segment {

    /** Letters. */
    record Words(String text) implements Segment {}

    /** An address that can be opened; shown as it is, so that it can't pretend to be another. */
    record Link(String text, URI address) implements Segment {}

    /** A picture. */
    record Picture(Emoji emoji, String text) implements Segment {}

    /** How many emoji by themselves are few. */
    int FEW = 3;

    Pattern LINK = Pattern.compile(
            "\\bhttps?://[\\x21-\\x7e\\u00a1-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\uffef&&[^\\s<>\"“”「」（），。！？；：、]]+");

    /** What stands in the text. */
    String text();

    /** Cuts {@code text} into pieces; together they are the text. */
    static List<Segment> of(String text) {
        List<Segment> pieces = new ArrayList<>();
        Matcher links = LINK.matcher(text);
        int done = 0;
        while (links.find(done)) {
            String found = withoutTail(links.group());
            Optional<URI> address = address(found);
            int end = links.start() + found.length();
            if (address.isEmpty()) {
                addWordsAndPictures(pieces, text.substring(done, end));
            } else {
                addWordsAndPictures(pieces, text.substring(done, links.start()));
                pieces.add(new Link(found, address.get()));
            }
            done = end;
        }
        addWordsAndPictures(pieces, text.substring(done));
        return pieces;
    }

    /** Whether these are one to three emoji and nothing else, which are shown large. */
    static boolean areFewEmoji(List<Segment> pieces) {
        long pictures = pieces.stream().filter(Picture.class::isInstance).count();
        return pictures >= 1
                && pictures <= FEW
                && pieces.stream()
                        .allMatch(piece ->
                                piece instanceof Picture || piece.text().isBlank());
    }

    private static void addWordsAndPictures(List<Segment> pieces, String text) {
        int wordsFrom = 0;
        for (EmojiSet.Match match : EmojiSet.get().in(text)) {
            addWords(pieces, text.substring(wordsFrom, match.start()));
            wordsFrom = match.end();
            pieces.add(new Picture(match.emoji(), text.substring(match.start(), wordsFrom)));
        }
        addWords(pieces, text.substring(wordsFrom));
    }

    private static void addWords(List<Segment> pieces, String text) {
        if (!text.isEmpty()) {
            pieces.add(new Words(text));
        }
    }

    /** A full stop or a closing bracket after an address belongs to the sentence around it. */
    private static String withoutTail(String link) {
        int end = link.length();
        while (end > 0 && isTail(link, end)) {
            end--;
        }
        return link.substring(0, end);
    }

    private static boolean isTail(String link, int end) {
        char last = link.charAt(end - 1);
        boolean opened = last == ')' && link.lastIndexOf('(', end - 1) > 0;
        return ".,;:!?'\")]}".indexOf(last) >= 0 && !opened;
    }

    private static Optional<URI> address(String text) {
        try {
            URI address = URI.create(text);
            boolean named = address.getRawAuthority() != null && address.getRawUserInfo() == null;
            return named ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
