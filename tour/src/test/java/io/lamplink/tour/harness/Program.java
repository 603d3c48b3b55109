package io.lamplink.tour.harness;

/** The two programs, as {@code ./lamplink} starts them. */
public enum Program {
    SERVER("io.lamplink.server/io.lamplink.server.app.ServerMain"),
    CLIENT("io.lamplink.client/io.lamplink.client.app.ClientMain");

    private final String mainClass;

    Program(String mainClass) {
        this.mainClass = mainClass;
    }

    /** Module and class. */
    String mainClass() {
        return mainClass;
    }
}
