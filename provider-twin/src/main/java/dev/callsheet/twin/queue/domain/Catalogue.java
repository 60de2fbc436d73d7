package dev.callsheet.twin.queue.domain;

import java.util.List;
import java.util.Optional;

/** The models the twin knows, with the field tables of the provider's pages. */
public final class Catalogue {

    private static final List<String> RESOLUTIONS = List.of("720P", "1080P");

    private static final List<Model> MODELS = List.of(
            new Model(
                    "wan2.7-i2v",
                    "Image to video",
                    "Sets a picture in motion. In this twin: a camera move over the picture, marked as simulated.",
                    "per output second",
                    List.of(
                            Field.text("prompt", false, 1500, "what happens"),
                            Field.text("negative_prompt", false, 500, "what must not happen"),
                            Field.media("first_frame", FieldType.IMAGE, "the picture to start from"),
                            Field.media("last_frame", FieldType.IMAGE, "the picture to end with"),
                            Field.media("driving_audio", FieldType.AUDIO, "sound, wav or mp3, 3-30 s"),
                            Field.media("first_clip", FieldType.VIDEO, "the clip to continue"),
                            Field.word("resolution", "1080P", RESOLUTIONS),
                            Field.number("duration", 5L, 2, 15, "seconds"),
                            Field.flag("prompt_extend", true, "let the model widen the prompt"),
                            Field.flag("watermark", false, "mark the picture"),
                            Field.number("seed", null, 0, Integer.MAX_VALUE, "seed")),
                    ModelRules.IMAGE_TO_VIDEO),
            new Model(
                    "wan2.7-r2v",
                    "Reference to video",
                    "Shows the persons of the references. Write Image 1, Video 1 in the prompt to bind them."
                            + " In this twin: the pictures themselves over a drawn scene, marked as simulated.",
                    "per output second",
                    List.of(
                            Field.text("prompt", true, 1500, "what happens"),
                            Field.text("negative_prompt", false, 500, "what must not happen"),
                            Field.media("first_frame", FieldType.IMAGE, "the picture to start from"),
                            Field.mediaList(
                                    "reference_image", FieldType.IMAGE_LIST, 5, "with reference_video at most 5"),
                            Field.mediaList(
                                    "reference_video", FieldType.VIDEO_LIST, 5, "with reference_image at most 5"),
                            Field.word("resolution", "1080P", RESOLUTIONS),
                            Field.word("ratio", "16:9", List.of("16:9", "9:16", "1:1", "4:3", "3:4")),
                            Field.number("duration", 5L, 2, 15, "seconds, at most 10 with a reference video"),
                            Field.flag("prompt_extend", true, "let the model widen the prompt"),
                            Field.flag("watermark", false, "mark the picture"),
                            Field.number("seed", null, 0, Integer.MAX_VALUE, "seed")),
                    ModelRules.REFERENCE_TO_VIDEO),
            avatar("heygen-avatar-4"),
            avatar("heygen-avatar-v4"));

    private Catalogue() {}

    /** All models, in the order of the listing. */
    public static List<Model> models() {
        return MODELS;
    }

    /** The model of that id, compared letter by letter. */
    public static Optional<Model> find(String id) {
        return MODELS.stream().filter(model -> model.id().equals(id)).findFirst();
    }

    private static Model avatar(String id) {
        return new Model(
                id,
                "Avatar video (a file, not a stream)",
                "Renders a file. In this twin it is listed and checked, but no account may use it.",
                "per output second",
                List.of(
                        new Field(
                                "video_inputs",
                                FieldType.ARRAY,
                                true,
                                null,
                                List.of(),
                                null,
                                null,
                                "one entry per segment, each with character and voice"),
                        new Field("dimension", FieldType.OBJECT, false, null, List.of(), null, null, "width, height"),
                        Field.flag("caption", false, "burn in captions"),
                        Field.text("title", false, 200, "title")),
                ModelRules.NONE);
    }
}
