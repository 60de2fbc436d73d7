package dev.callsheet.deploy;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One rule of a Strimzi KafkaUser: who may do what with which topic or group. */
record Acl(String user, String type, String name, boolean prefix, List<String> operations) {

    @SuppressWarnings("unchecked")
    static List<Acl> of(List<HasMetadata> users) {
        List<Acl> all = new ArrayList<>();
        for (HasMetadata user : users) {
            List<Map<String, Object>> acls = ((GenericKubernetesResource) user).get("spec", "authorization", "acls");
            for (Map<String, Object> acl : acls) {
                Map<String, String> resource = (Map<String, String>) acl.get("resource");
                all.add(new Acl(
                        user.getMetadata().getName(),
                        resource.get("type"),
                        resource.get("name"),
                        "prefix".equals(resource.get("patternType")),
                        (List<String>) acl.get("operations")));
            }
        }
        return all;
    }

    boolean lets(String operation, String topic) {
        return type.equals("topic")
                && operations.contains(operation)
                && (prefix ? topic.startsWith(name) : topic.equals(name));
    }
}
