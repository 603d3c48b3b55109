package io.lamplink.common.host;

import java.io.IOException;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks the system for names and interfaces. Asks no name server: a wrong one makes a window wait for seconds. */
final class MachineReader {

    private static final List<String> NOT_A_CARD = List.of(
            "docker", "veth", "virbr", "vmnet", "vboxnet", "br-", "tun", "tap", "wg", "utun", "zt", "lxc", "lxd", "cni",
            "flannel", "kube", "podman", "awdl", "llw", "anpi", "bridge", "hyper-v", "virtual", "vmware", "wsl");

    private MachineReader() {}

    static String hostName() {
        return Stream.of(
                        environment("COMPUTERNAME"),
                        firstLine("/proc/sys/kernel/hostname"),
                        environment("HOSTNAME"),
                        firstLine("/etc/hostname"))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("localhost");
    }

    static List<HostAddress> addresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(MachineReader::isUp)
                    .flatMap(MachineReader::addressesOf)
                    .toList();
        } catch (SocketException e) {
            return List.of();
        }
    }

    private static Stream<HostAddress> addressesOf(NetworkInterface card) {
        boolean physical = looksPhysical(card.getName(), card.getDisplayName(), card.isVirtual());
        return card.getInterfaceAddresses().stream()
                .filter(MachineReader::hasAddress)
                .map(one -> new HostAddress(card.getName(), one.getAddress(), one.getNetworkPrefixLength(), physical));
    }

    static boolean looksPhysical(String name, String displayName, boolean virtual) {
        String names = (name + " " + Objects.toString(displayName, "")).toLowerCase(Locale.ROOT);
        boolean listed = NOT_A_CARD.stream()
                .anyMatch(word -> names.startsWith(word) || (word.length() > 4 && names.contains(word)));
        return !virtual && !listed;
    }

    private static boolean hasAddress(InterfaceAddress one) {
        return one.getAddress() != null;
    }

    private static boolean isUp(NetworkInterface card) {
        try {
            return card.isUp();
        } catch (SocketException e) {
            return false;
        }
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    private static Optional<String> firstLine(String file) {
        try (Stream<String> lines = Files.lines(Path.of(file), StandardCharsets.UTF_8)) {
            return lines.map(String::strip).filter(line -> !line.isEmpty()).findFirst();
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // Not this kind of system, or not for us to read.
        }
    }
}
