package io.lamplink.common.reach;

import io.lamplink.common.host.HostAddress;
import io.lamplink.common.host.HostInfo;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A machine that is made up: what it does not know is not there. */
final class FakeMachine implements Machine {
    Kind kind = Kind.LINUX;
    final List<HostAddress> addresses = new ArrayList<>();
    final Map<String, String> files = new HashMap<>();
    final Map<String, Answer> answers = new HashMap<>();
    final List<String> silent = new ArrayList<>();
    final List<String> tried = new ArrayList<>();

    FakeMachine with(String card, String address, int prefix, boolean physical) {
        addresses.add(new HostAddress(card, InetAddress.ofLiteral(address), prefix, physical));
        return this;
    }

    FakeMachine file(String path, String text) {
        files.put(path, text);
        return this;
    }

    FakeMachine says(int status, String output, String command) {
        answers.put(command, new Answer(status, output));
        return this;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public HostInfo host() {
        return new HostInfo("studio", addresses);
    }

    @Override
    public Optional<String> read(Path file) {
        return Optional.ofNullable(files.get(file.toString()));
    }

    @Override
    public boolean exists(Path path) {
        return files.containsKey(path.toString());
    }

    @Override
    public Optional<Answer> run(List<String> command) {
        return Optional.ofNullable(answers.get(String.join(" ", command)));
    }

    @Override
    public String program() {
        return "/opt/it's/java";
    }

    @Override
    public boolean connects(InetSocketAddress address) {
        tried.add(address.getAddress().getHostAddress() + " " + address.getPort());
        return !silent.contains(address.getAddress().getHostAddress());
    }
}
