package dev.callsheet.images;

import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;

/** A library as the packaged program lists it: {@code group:artifact:classifier:type:version}. */
record MavenCoordinates(String group, String artifact, String classifier, String type, String version) {
    /** @throws ImageFailure if it is not such a line */
    static MavenCoordinates parse(String line) {
        String[] parts = line.strip().split(":", -1);
        if (parts.length != 5) {
            throw new ImageFailure("'" + line + "' is no dependency; five parts are wanted");
        }
        return new MavenCoordinates(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    /** The file's name in the packaged program. */
    String jar() {
        return group + "." + artifact + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + "." + type;
    }

    Component component(String sha256) {
        var component = new Component();
        component.setType(Component.Type.LIBRARY);
        component.setGroup(group);
        component.setName(artifact);
        component.setVersion(version);
        component.setPurl("pkg:maven/" + group + "/" + artifact + "@" + version
                + (classifier.isEmpty() ? "" : "?classifier=" + classifier + "&type=" + type));
        component.setBomRef(component.getPurl());
        component.addHash(new Hash(Hash.Algorithm.SHA_256, sha256));
        return component;
    }
}
