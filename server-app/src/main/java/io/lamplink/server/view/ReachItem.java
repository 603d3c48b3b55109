package io.lamplink.server.view;

import io.lamplink.common.reach.Finding;
import io.lamplink.common.reach.Finding.Firewall;
import io.lamplink.common.ui.theme.Phrase;

/**
 * One finding, in words. Immutable.
 *
 * @param title what was seen
 * @param detail what it means, or what to do
 * @param command what a person can run to change it; empty if there is nothing to run
 */
public record ReachItem(Finding.Weight weight, Phrase title, Phrase detail, String command) {

    /** {@code finding} in words. */
    static ReachItem of(Finding finding) {
        Finding.Weight weight = finding.weight();
        return switch (finding) {
            case Finding.NotListening _ ->
                new ReachItem(weight, Phrase.of("reach.idle.title"), Phrase.of("reach.idle.detail"), "");
            case Finding.PortTaken(int port) ->
                new ReachItem(
                        weight,
                        Phrase.of("reach.port-taken.title", Integer.toString(port)),
                        Phrase.of("reach.port-taken.detail"),
                        "");
            case Finding.ThisComputerOnly(String address) ->
                new ReachItem(
                        weight, Phrase.of("reach.loopback.title", address), Phrase.of("reach.loopback.detail"), "");
            case Finding.NoNetwork _ ->
                new ReachItem(weight, Phrase.of("reach.no-network.title"), Phrase.of("reach.no-network.detail"), "");
            case Finding.Answers(String where) ->
                new ReachItem(weight, Phrase.of("reach.answers.title", where), Phrase.of("reach.answers.detail"), "");
            case Finding.DoesNotAnswer(String where) ->
                new ReachItem(weight, Phrase.of("reach.silent.title", where), Phrase.of("reach.silent.detail"), "");
            case Firewall firewall -> of(firewall);
            case Finding.NoFirewallFound _ ->
                new ReachItem(weight, Phrase.of("reach.no-firewall.title"), Phrase.of("reach.no-firewall.detail"), "");
            case Finding.SameNetwork(String card, String network) ->
                new ReachItem(
                        weight, Phrase.of("reach.network.title", network, card), Phrase.of("reach.network.detail"), "");
            case Finding.Tunnel(String card) ->
                new ReachItem(weight, Phrase.of("reach.tunnel.title", card), Phrase.of("reach.tunnel.detail"), "");
            case Finding.Wireless(String card) ->
                new ReachItem(weight, Phrase.of("reach.wireless.title", card), Phrase.of("reach.wireless.detail"), "");
            case Finding.PublicAddress(String address) ->
                new ReachItem(weight, Phrase.of("reach.public.title", address), Phrase.of("reach.public.detail"), "");
        };
    }

    private static ReachItem of(Firewall firewall) {
        String name = name(firewall.kind());
        String port = Integer.toString(firewall.port());
        Phrase title = switch (firewall.verdict()) {
            case OFF -> Phrase.of("reach.firewall.off.title", name);
            case OPEN -> Phrase.of("reach.firewall.open.title", name, port);
            case CLOSED -> Phrase.of("reach.firewall.closed.title", name, port);
            case UNKNOWN -> Phrase.of("reach.firewall.unknown.title", name, port);
        };
        return switch (firewall.verdict()) {
            case OFF, OPEN -> new ReachItem(firewall.weight(), title, Phrase.of("reach.firewall.good.detail"), "");
            case CLOSED, UNKNOWN ->
                new ReachItem(firewall.weight(), title, Phrase.of(detail(firewall.kind())), firewall.command());
        };
    }

    private static String detail(Firewall.Kind kind) {
        return switch (kind) {
            case UFW, FIREWALLD, NFTABLES, IPTABLES, MACOS -> "reach.firewall.rule.terminal";
            case WINDOWS -> "reach.firewall.rule.windows";
        };
    }

    private static String name(Firewall.Kind kind) {
        return switch (kind) {
            case UFW -> "ufw";
            case FIREWALLD -> "firewalld";
            case NFTABLES -> "nftables";
            case IPTABLES -> "iptables";
            case WINDOWS -> "Windows Defender Firewall";
            case MACOS -> "macOS";
        };
    }
}
