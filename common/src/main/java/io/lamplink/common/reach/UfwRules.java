package io.lamplink.common.reach;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rules that people give to ufw, as it keeps them: a line {@code ### tuple ### allow tcp 8080 0.0.0.0/0 any 0.0.0.0/0 in}
 * for each, of which the first that fits counts. Only those for everyone are looked at.
 */
final class UfwRules {

    /** Action, protocol, port here, address here, port there, address there, direction. */
    private static final Pattern TUPLE = Pattern.compile(
            "### tuple ### (?:route:)?([a-z]+)(?:_log(?:-all)?)? (\\w+) (\\S+) (\\S+) (\\S+) (\\S+)(?: .*)? in(?:_\\S+)?(?: .*)?");

    private static final Pattern EVERYWHERE = Pattern.compile("0\\.0\\.0\\.0/0|::/0");

    private final String rules;
    private final boolean accepts;

    /**
     * Those rules.
     *
     * @param accepts what becomes of what no rule is about
     */
    UfwRules(String rules, boolean accepts) {
        this.rules = rules;
        this.accepts = accepts;
    }

    /** Whether everyone is let in at a TCP port. */
    boolean opens(int port) {
        return rules.lines()
                .map(TUPLE::matcher)
                .filter(Matcher::matches)
                .filter(rule -> !rule.group().contains("route:"))
                .filter(rule -> isAbout(rule, port))
                .map(rule -> rule.group(1))
                .findFirst()
                .or(() -> Optional.of(accepts ? "allow" : "deny"))
                .filter(action -> action.equals("allow") || action.equals("limit"))
                .isPresent();
    }

    private static boolean isAbout(Matcher rule, int port) {
        boolean protocol = rule.group(2).equals("tcp") || rule.group(2).equals("any");
        boolean everyone = EVERYWHERE.matcher(rule.group(4)).matches()
                && EVERYWHERE.matcher(rule.group(6)).matches()
                && rule.group(5).equals("any");
        boolean fits = rule.group(3).equals("any")
                || Stream.of(rule.group(3).split(",", -1)).anyMatch(one -> Ports.within(one, ":", port));
        return protocol && everyone && fits;
    }
}
