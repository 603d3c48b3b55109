package io.lamplink.client.app;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The client's command line. */
@Command(name = "lamplink client", mixinStandardHelpOptions = true, versionProvider = ClientMain.Version.class)
public final class ClientMain implements Callable<Integer> {

    /** Starts the client with what stands on the command line. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new ClientMain())
                .setUnmatchedArgumentsAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() {
        return 0;
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = ClientMain.class.getModule().getDescriptor().rawVersion();
            return new String[] {"Lamplink client " + version.orElse("(unpackaged)")};
        }
    }
}
