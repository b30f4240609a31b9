package backbeat.engine.media;

import backbeat.engine.derive.Work;
import backbeat.engine.problem.MediaProblems;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The first picture that a stream really gives: proof that there is one, and the truth about its size and fields. */
record FirstPicture(int width, int height, String fieldOrder) {
    /** Packets to read: one is mostly enough; pictures that an edit list hides come before the first that is shown. */
    private static final int[] PACKETS = {1, 300};

    static FirstPicture decode(FfmpegPrograms programs, MediaLimits limits, Path file, Headers.Stream video) {
        String reason = "";
        for (int packets : PACKETS) {
            FfmpegCommand command = FfmpegCommand.ffprobe(programs, limits)
                    .with("-select_streams", video.index(), "-read_intervals", "%+#" + packets, "-show_frames")
                    .with("-show_entries", "frame=width,height,interlaced_frame,top_field_first", "-of", "json")
                    .input(file);
            try (FfmpegProcess process =
                    FfmpegProcess.start(command.words(), limits, limits.probeTime(), Work.quiet())) {
                JsonNode frame = firstFrame(process.wholeOutput());
                reason = process.await().lastErrorLine();
                if (frame.path("width").asInt(0) > 0 && frame.path("height").asInt(0) > 0) {
                    return new FirstPicture(
                            frame.path("width").asInt(), frame.path("height").asInt(), fieldOrder(frame));
                }
            }
        }
        throw MediaProblems.pictureUndecodable(file.toString(), "FFmpeg says: " + reason + ".")
                .asException();
    }

    private static JsonNode firstFrame(String json) {
        JsonMapper mapper = new JsonMapper();
        try {
            return mapper.readTree(json).path("frames").path(0);
        } catch (JacksonException cutOff) {
            return mapper.createObjectNode();
        }
    }

    private static String fieldOrder(JsonNode frame) {
        if (frame.path("interlaced_frame").asInt(0) == 0) {
            return "progressive";
        }
        return frame.path("top_field_first").asInt(0) == 1 ? "tt" : "bb";
    }
}
