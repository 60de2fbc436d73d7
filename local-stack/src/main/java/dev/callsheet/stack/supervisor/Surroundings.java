package dev.callsheet.stack.supervisor;

import dev.callsheet.stack.ObjectStoreKeys;
import dev.callsheet.stack.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The environment that a program is started in: where the others are and who it is there. */
record Surroundings(House house) {
    private static final List<String> THEIRS = List.of(
            "CALLSHEET_GMI_",
            "CALLSHEET_LIVEAVATAR_",
            "CALLSHEET_LLM_",
            "CALLSHEET_SPEECH_",
            "CALLSHEET_TRANSCRIPTION_",
            "CALLSHEET_LIVEKIT_",
            "CALLSHEET_SESSION_",
            "CALLSHEET_RENDER_",
            "SCORER_");

    Map<String, String> of(Place place) {
        Map<String, String> all = new HashMap<>();
        all.put("QUARKUS_HTTP_PORT", Integer.toString(house.ports().of(place)));
        // Native libraries allocate from many threads; each would otherwise keep an arena of its own.
        all.put("MALLOC_ARENA_MAX", "2");
        all.put("QUARKUS_OTEL_SDK_DISABLED", "false");
        all.put("QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT", house.ports().url(Place.TRACES));
        all.put("QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        all.put("QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "500ms");
        switch (place) {
            case PROVIDER_TWIN -> twin(all);
            case REQUEST_API -> {
                corridor(all);
                database(all, Schema.REQUEST_API);
                all.put("CALLSHEET_SESSIONS_URL", house.ports().url(Place.AVATAR_SESSION_SERVICE));
                all.put("CALLSHEET_CONSOLE_I2V_URL", house.ports().url(Place.I2V_WORKER));
                all.put("CALLSHEET_CONSOLE_R2V_URL", house.ports().url(Place.R2V_WORKER));
                all.put("CALLSHEET_TRACES_URL", house.ports().url(Place.TRACES));
                all.putIfAbsent("CALLSHEET_MEDIA_HOSTS", "127.0.0.1");
                all.putIfAbsent("CALLSHEET_WEBHOOKS_HOSTS", "127.0.0.1,localhost");
                all.put(
                        "CALLSHEET_WEBHOOKS_MASTER_KEY",
                        SealingKey.in(house.folder().data("webhooks.key")));
            }
            case SCENARIO_ROUTER -> corridor(all);
            case CONSISTENCY_SCORER -> {
                corridor(all);
                all.put(
                        "SCORER_IDENTITY_MASTER_KEY",
                        SealingKey.in(house.folder().data("identity.key")));
            }
            case I2V_WORKER -> worker(all, Schema.I2V);
            case R2V_WORKER -> worker(all, Schema.R2V);
            case AVATAR_SESSION_SERVICE -> {
                corridor(all);
                database(all, Schema.AVATAR);
                avatar(all);
                pages(all);
            }
            case KAFKA, KAFKA_CONTROLLER, POSTGRES, OBJECT_STORE, TRACES -> {}
        }
        all.keySet().removeIf(name -> isTheirs(name) && System.getenv().containsKey(name));
        return all;
    }

    /** What people may set themselves: real providers with their keys, how renders are watched, the twin's time. */
    private static boolean isTheirs(String name) {
        return name.equals("TWIN_TIME_FACTOR") || THEIRS.stream().anyMatch(name::startsWith);
    }

    private void corridor(Map<String, String> all) {
        ObjectStoreKeys store = house.storeKeys();
        all.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + house.ports().of(Place.KAFKA));
        all.put("QUARKUS_MINIO_HOST", "127.0.0.1");
        all.put("QUARKUS_MINIO_PORT", Integer.toString(store.port()));
        all.put("QUARKUS_MINIO_SECURE", "false");
        all.put("QUARKUS_MINIO_ACCESS_KEY", store.accessKey());
        all.put("QUARKUS_MINIO_SECRET_KEY", store.secretKey());
        all.put("CALLSHEET_STORE_BUCKET", store.bucket());
    }

    private void database(Map<String, String> all, Schema schema) {
        all.put(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + house.ports().of(Place.POSTGRES) + "/postgres");
        all.put("QUARKUS_DATASOURCE_USERNAME", schema.role());
        all.put("QUARKUS_DATASOURCE_PASSWORD", schema.password());
    }

    /** The pages that a browser calls this service from. */
    private void pages(Map<String, String> all) {
        String page = house.ports().url(Place.REQUEST_API);
        all.put("QUARKUS_HTTP_CORS_ORIGINS", page + "," + page.replace("127.0.0.1", "localhost"));
    }

    private void worker(Map<String, String> all, Schema schema) {
        corridor(all);
        database(all, schema);
        pages(all);
        all.put("CALLSHEET_GMI_URL", house.ports().url(Place.PROVIDER_TWIN) + "/api/v1/ie/requestqueue/apikey");
        all.put("CALLSHEET_GMI_KEY", "twin-gmi-key");
        // The twin's minutes are seconds.
        all.put("CALLSHEET_RENDER_POLL_INTERVAL", "500ms");
        all.put("CALLSHEET_RENDER_LEASE", "5s");
        all.put("CALLSHEET_RENDER_SETTLE", "5s");
        all.put("CALLSHEET_RENDER_GRACE", "10s");
    }

    private void avatar(Map<String, String> all) {
        String twin = house.ports().url(Place.PROVIDER_TWIN);
        all.put("CALLSHEET_LIVEAVATAR_URL", twin);
        all.put("CALLSHEET_LIVEAVATAR_KEY", "twin-liveavatar-key");
        all.put("CALLSHEET_LLM_URL", twin + "/v1");
        all.put("CALLSHEET_LLM_KEY", "twin-llm-key");
        all.put("CALLSHEET_SPEECH_URL", twin + "/v1");
        all.put("CALLSHEET_SPEECH_KEY", "twin-llm-key");
        all.put("CALLSHEET_TRANSCRIPTION_URL", twin + "/v1");
        all.put("CALLSHEET_TRANSCRIPTION_KEY", "twin-llm-key");
    }

    private void twin(Map<String, String> all) {
        StateFolder folder = house.folder();
        all.put("TWIN_STATE_DIR", folder.data(Place.PROVIDER_TWIN.label()).toString());
        all.put("TWIN_FACES_DIR", house.faces().toString());
        all.put("TWIN_TIME_FACTOR", "60");
    }
}
