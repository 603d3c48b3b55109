package io.lamplink.common.ui.window;

import io.lamplink.common.transfer.SendLimit;
import io.lamplink.common.ui.theme.Settings;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The most bytes a second that files may take on their way out, as it is remembered from one start to the next and as a person
 * writes it. Numbers are bytes a second, {@link SendLimit#OFF} for no limit.
 */
final class SendRate {
    private static final String KEY = "send-limit";
    private static final long MB = 1_000_000;

    /** Beyond this nothing is limited by any limit. */
    static final long MOST = 1_000_000 * MB;

    /** What the window offers. */
    static final List<Long> CHOICES = List.of(SendLimit.OFF, MB, 2 * MB, 5 * MB, 10 * MB, 50 * MB);

    private static final Pattern WRITTEN =
            Pattern.compile("([0-9]{1,9}(?:[.,][0-9]{1,3})?)\\s*([kmg]?)(?:i?b)?(?:\\s*(?:/\\s*(?:s|秒)|ps))?");

    private SendRate() {}

    /** What was chosen; no limit if nothing was, or nothing that makes sense. */
    static long read(Settings settings) {
        try {
            return within(Long.parseLong(settings.get(KEY).orElse("0")));
        } catch (NumberFormatException e) {
            return SendLimit.OFF;
        }
    }

    static void write(Settings settings, long rate) {
        settings.put(KEY, Long.toString(rate));
    }

    /** The nearest that there is. */
    static long within(long rate) {
        return rate <= SendLimit.OFF ? SendLimit.OFF : Math.clamp(rate, SendLimit.LEAST, MOST);
    }

    /** What {@code typed} says, such as "3 MB/s", "2,5" or "500k"; without a unit they are MB. Nothing typed is no limit. */
    static Optional<Long> of(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        Matcher matcher = WRITTEN.matcher(text);
        if (text.isEmpty()) {
            return Optional.of(SendLimit.OFF);
        }
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double unit = switch (matcher.group(2)) {
            case "k" -> 1e3;
            case "g" -> 1e9;
            default -> 1e6;
        };
        return Optional.of(within(Math.round(Double.parseDouble(matcher.group(1).replace(',', '.')) * unit)));
    }
}
