package io.lamplink.server.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lamplink.common.reach.Finding;
import io.lamplink.common.reach.Finding.Firewall;
import io.lamplink.common.ui.theme.Language;
import io.lamplink.common.ui.theme.Texts;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReachItemTest {

    /** One of each kind. */
    private static Stream<Finding> all() {
        Stream<Finding> firewalls = Stream.of(Firewall.Kind.values())
                .flatMap(kind -> Stream.of(Firewall.Verdict.values())
                        .map(verdict -> new Firewall(kind, verdict, 8080, "sudo let them in")));
        return Stream.concat(
                firewalls,
                Stream.of(
                        new Finding.NotListening(),
                        new Finding.PortTaken(8080),
                        new Finding.ThisComputerOnly("127.0.0.1:8080"),
                        new Finding.NoNetwork(),
                        new Finding.Answers("192.168.1.5:8080"),
                        new Finding.DoesNotAnswer("192.168.1.5:8080"),
                        new Finding.NoFirewallFound(),
                        new Finding.SameNetwork("wlan0", "192.168.1.0/24"),
                        new Finding.Tunnel("wg0"),
                        new Finding.Wireless("wlan0"),
                        new Finding.PublicAddress("81.2.69.142")));
    }

    @ParameterizedTest
    @EnumSource
    void everyFindingHasWordsInEveryLanguage(Language language) {
        Texts texts = new Texts(language, ZoneOffset.UTC);
        all().map(ReachItem::of).forEach(item -> {
            String words = texts.get(item.title()) + texts.get(item.detail());
            assertFalse(words.contains("{"), words);
            assertFalse(words.contains("8,080"), words);
            assertTrue(words.length() > 10, words);
        });
    }

    @Test
    void onlyWhatMayBlockComesWithACommand() {
        all().filter(Firewall.class::isInstance).forEach(firewall -> {
            boolean fine = firewall.weight() == Finding.Weight.GOOD;
            assertEquals(fine ? "" : "sudo let them in", ReachItem.of(firewall).command());
        });
    }

    @Test
    void nothingIsClaimedOfOthersThatWasNotTried() {
        Texts texts = new Texts(Language.ENGLISH, ZoneOffset.UTC);
        ReachItem answers = ReachItem.of(new Finding.Answers("192.168.1.5:8080"));
        assertTrue(texts.get(answers.detail()).contains("says nothing about others"));
    }
}
