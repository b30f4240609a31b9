package backbeat.engine.media;

import backbeat.engine.derive.JsonFile;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The contract {@code media-facts/1}: facts for other programs. Rates and times are fractions as text; {@code video.start} and
 * {@code audio.start} count from clip time 0, the earliest presented frame or sample.
 */
public final class MediaFactsJson {
    private MediaFactsJson() {}

    public static String text(MediaFacts facts) {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("contract", "media-facts/1");
        root.put("file", facts.file().toString());
        root.put("container", facts.container());
        root.put("duration", facts.duration().toString());
        root.put("start", facts.start().toString());
        root.put("created", facts.created() == null ? null : facts.created().toString());
        root.put("video", video(facts.video()));
        root.put("audio", audio(facts.audio()));
        root.put(
                "findings",
                facts.findings().stream().map(MediaFactsJson::finding).toList());
        return JsonFile.text(root);
    }

    private static @Nullable Map<String, @Nullable Object> video(@Nullable VideoFacts video) {
        if (video == null) {
            return null;
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("stream", video.stream());
        map.put("codec", video.codec());
        map.put("width", video.width());
        map.put("height", video.height());
        map.put("rotation", video.rotation());
        map.put("pixelAspect", video.pixelAspect().toString());
        map.put("rate", video.rate().toString());
        map.put("frames", video.frames());
        map.put("start", video.start().toString());
        map.put("variableRate", video.variableRate());
        map.put("timecode", video.timecode());
        map.put("fieldOrder", video.fieldOrder());
        map.put("pixelFormat", video.pixelFormat());
        map.put("colour", video.colour());
        map.put("keyframeSpacing", video.keyframeSpacing());
        return map;
    }

    private static @Nullable Map<String, @Nullable Object> audio(@Nullable AudioFacts audio) {
        if (audio == null) {
            return null;
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("stream", audio.stream());
        map.put("streams", audio.streams());
        map.put("codec", audio.codec());
        map.put("sampleRate", audio.sampleRate());
        map.put("channels", audio.channels());
        map.put("start", audio.start().toString());
        return map;
    }

    private static Map<String, Object> finding(Finding finding) {
        Problem problem = finding.problem();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        map.put("code", problem.code());
        map.put("what", problem.what());
        map.put("where", problem.where());
        map.put("cause", problem.cause());
        map.put("remedy", problem.remedy());
        return map;
    }
}
