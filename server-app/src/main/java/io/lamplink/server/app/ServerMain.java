package io.lamplink.server.app;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The server's command line. */
@Command(name = "lamplink server", mixinStandardHelpOptions = true, versionProvider = ServerMain.Version.class)
public final class ServerMain implements Callable<Integer> {

    /** Starts the server with what stands on the command line. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new ServerMain())
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
            var version = ServerMain.class.getModule().getDescriptor().rawVersion();
            return new String[] {"Lamplink server " + version.orElse("(unpackaged)")};
        }
    }
}
