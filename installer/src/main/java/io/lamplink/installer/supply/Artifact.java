package io.lamplink.installer.supply;

/**
 * A jar that ships, by its names in Maven.
 *
 * @param classifier for which system it is; empty if for all
 */
public record Artifact(String group, String name, String version, String classifier) {

    /** Whether it is made by this build. */
    public boolean isOwn() {
        return group.equals("io.lamplink");
    }

    /** As the lock names it: {@code group:name:version}, with the classifier at the end if there is one. */
    String id() {
        return group + ":" + name + ":" + version + suffix(":");
    }

    /** How its file is called. */
    String fileName() {
        return name + "-" + version + suffix("-") + ".jar";
    }

    private String suffix(String before) {
        return classifier.isEmpty() ? "" : before + classifier;
    }
}
