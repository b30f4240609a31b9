package backbeat.engine.media;

import backbeat.engine.derive.Work;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What this build of FFmpeg can do of what is wanted here.
 *
 * @param reads kinds of pictures and sound that cameras and recorders write and this build decodes
 * @param writes what films and thumbnails are encoded with
 * @param filters what pictures and sound are brought into form with
 * @param unread of the kinds that cameras write, those that this build cannot decode: such clips are refused, the others work
 * @param missing encoders and filters without which nothing can be rendered
 */
public record Abilities(
        List<String> reads, List<String> writes, List<String> filters, List<String> unread, List<String> missing) {
    private static final List<String> DECODERS = List.of(
            "h264",
            "hevc",
            "prores",
            "dnxhd",
            "mjpeg",
            "mpeg2video",
            "mpeg4",
            "dvvideo",
            "vp9",
            "av1",
            "aac",
            "ac3",
            "mp3",
            "flac",
            "opus",
            "vorbis",
            "alac",
            "pcm_s16le",
            "pcm_s24le",
            "pcm_bluray");
    private static final List<String> ENCODERS = List.of("libx264", "aac", "mjpeg");
    private static final List<String> FILTERS = List.of(
            "scale",
            "pad",
            "fps",
            "select",
            "tpad",
            "setparams",
            "bwdif",
            "zscale",
            "tonemap",
            "aresample",
            "pan",
            "apad",
            "atrim");

    private static final Pattern CODEC = Pattern.compile("(?m)^ [VAS][A-Z.]{5} (\\S+)");
    private static final Pattern FILTER = Pattern.compile("(?m)^ [A-Z.|]{2,3} (\\S+)\\s+\\S+->");
    private static final Duration TIME_TO_LIST = Duration.ofSeconds(20);

    static Abilities of(FfmpegPrograms programs, MediaLimits limits) {
        Set<String> decoders = listed(programs, limits, "-decoders", CODEC);
        Set<String> encoders = listed(programs, limits, "-encoders", CODEC);
        Set<String> filters = listed(programs, limits, "-filters", FILTER);
        return new Abilities(
                in(decoders, DECODERS),
                in(encoders, ENCODERS),
                in(filters, FILTERS),
                notIn(decoders, DECODERS),
                Stream.concat(notIn(encoders, ENCODERS).stream(), notIn(filters, FILTERS).stream())
                        .toList());
    }

    private static Set<String> listed(FfmpegPrograms programs, MediaLimits limits, String list, Pattern name) {
        List<String> words = List.of(programs.ffmpeg().toString(), "-hide_banner", list);
        try (FfmpegProcess process = FfmpegProcess.start(words, limits, TIME_TO_LIST, Work.quiet())) {
            Set<String> names = name.matcher(process.wholeOutput())
                    .results()
                    .map(Abilities::named)
                    .collect(Collectors.toCollection(HashSet::new));
            process.await();
            return names;
        }
    }

    private static String named(MatchResult line) {
        return line.group(1);
    }

    private static List<String> in(Set<String> known, List<String> wanted) {
        return wanted.stream().filter(known::contains).toList();
    }

    private static List<String> notIn(Set<String> known, List<String> wanted) {
        return wanted.stream().filter(name -> !known.contains(name)).toList();
    }
}
