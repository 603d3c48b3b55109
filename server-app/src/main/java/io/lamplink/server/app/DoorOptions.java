package io.lamplink.server.app;

import io.lamplink.common.engine.WebOrigin;
import io.lamplink.server.net.DoorRules;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of the command line that say whom the server lets in. */
final class DoorOptions {
    private static final String ORIGINS = "origins";
    private static final String HOSTS = "hosts";
    private static final String PER_ADDRESS = "per-address";
    private static final String UNENCRYPTED = "unencrypted";

    @Option(
            names = "--allow-origin",
            paramLabel = "URL",
            converter = Origin.class,
            description = "Let this web page connect, such as https://example.org or http://localhost:5173; may be"
                    + " repeated. Without it no page can.")
    private Set<WebOrigin> origins = new LinkedHashSet<>();

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            converter = HostName.class,
            description = "Let clients call this machine by that name too, such as chat.example.org; may be repeated.")
    private Set<String> hosts = new LinkedHashSet<>();

    @Option(
            names = "--max-per-address",
            paramLabel = "N",
            converter = Count.class,
            description = "Take so many connections from one address at the same time (default: ${DEFAULT-VALUE});"
                    + " this machine itself is exempt.")
    private int perAddress = DoorRules.PER_ADDRESS;

    @Option(
            names = "--allow-unencrypted",
            description =
                    "Let in clients on other machines that do not encrypt, such as the original Qt client. Everybody"
                            + " between can read along.")
    private boolean unencrypted;

    DoorRules rules() {
        return new DoorRules(origins, hosts, perAddress).withUnencrypted(unencrypted);
    }

    /** The rules as arguments of the application, which takes nothing but strings. */
    static List<String> arguments(DoorRules rules) {
        return List.of(
                "--" + ORIGINS + "="
                        + rules.origins().stream().map(WebOrigin::text).collect(Collectors.joining(",")),
                "--" + HOSTS + "=" + String.join(",", rules.hosts()),
                "--" + PER_ADDRESS + "=" + rules.perAddress(),
                "--" + UNENCRYPTED + "=" + rules.unencrypted());
    }

    /** What {@link #arguments} said. */
    static DoorRules rules(Map<String, String> named) {
        return new DoorRules(
                        words(named.getOrDefault(ORIGINS, "")).stream()
                                .map(WebOrigin::of)
                                .flatMap(Optional::stream)
                                .collect(Collectors.toSet()),
                        words(named.getOrDefault(HOSTS, "")),
                        Integer.parseInt(named.get(PER_ADDRESS)))
                .withUnencrypted(Boolean.parseBoolean(named.get(UNENCRYPTED)));
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(",")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    static final class Origin implements ITypeConverter<WebOrigin> {
        @Override
        public WebOrigin convert(String text) {
            return WebOrigin.of(text)
                    .orElseThrow(
                            () -> new TypeConversionException(
                                    "'" + text
                                            + "' is not the origin of a web page, such as https://example.org or http://localhost:5173."));
        }
    }

    static final class HostName implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            String name = text.strip().toLowerCase(Locale.ROOT);
            if (!name.matches("[a-z0-9_.:-]+")) {
                throw new TypeConversionException("'" + text + "' is not a host name, such as chat.example.org.");
            }
            return name;
        }
    }

    static final class Count implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (!text.matches("[1-9][0-9]{0,8}")) {
                throw new TypeConversionException("'" + text + "' is not a number from 1 on.");
            }
            return Integer.parseInt(text);
        }
    }
}
