package backbeat.engine.media;

import java.util.List;
import java.util.Optional;

/**
 * How a film is encoded. All have closed groups of pictures of which every one can be shown by itself, so that pieces of one recipe can be joined by copying.
 *
 * @param name for people to choose by
 * @param container of the pieces and of the film: {@code mp4} or {@code mov}
 * @param pixelFormat FFmpeg's word
 * @param picture FFmpeg's options for the picture
 * @param sound FFmpeg's options for the sound
 * @param bitsPerPixel a generous guess of what detailed pictures take
 */
public record FilmRecipe(
        String name,
        String container,
        String pixelFormat,
        List<String> picture,
        List<String> sound,
        double bitsPerPixel) {
    private static final List<String> AAC = List.of("-c:a", "aac", "-b:a", "256k", "-ac", "2", "-threads", "1");
    private static final List<String> PCM = List.of("-c:a", "pcm_s24le", "-ac", "2");

    /**
     * H.264 for showing. Quantizers are fixed, for a rate control remembers what came before: so a piece has the very pictures that an encoding in one go has there, when
     * its key frames are the same. Groups of three frames without a search for better ones, and no search beyond single steps, take half the time of "veryfast" at the
     * quality of its rate factor 20. What looks ahead, or keeps more frames, costs each piece memory that must be filled first.
     */
    public static final FilmRecipe H264 = new FilmRecipe(
            "h264",
            "mp4",
            "yuv420p",
            words("-c:v libx264 -preset veryfast -qp 20 -profile:v high -bf 2 -x264-params"
                    + " open-gop=0:keyint=50:min-keyint=1:scenecut=0:b-adapt=0:b-pyramid=none:mbtree=0:rc-lookahead=0"
                    + ":subme=1:me=dia:ref=1:weightp=0:partitions=i4x4,i8x8 -threads 1"),
            AAC,
            0.4);

    /**
     * H.264 for masters: every frame is above 45 dB of what it shows, camera noise and all, and above 45 dB of an encoding whose key frames lie elsewhere.
     */
    static final FilmRecipe H264_FINE = new FilmRecipe(
            "h264-fine",
            "mp4",
            "yuv420p",
            words("-c:v libx264 -preset veryfast -qp 14 -profile:v high -x264-params"
                    + " open-gop=0:keyint=50:min-keyint=1:scenecut=0:subme=1:ref=1:me=dia:weightp=0:bframes=0:mbtree=0:rc-lookahead=0"
                    + " -threads 1"),
            AAC,
            1.0);

    /** All of them, the usual one first. */
    public static final List<FilmRecipe> ALL = List.of(
            H264,
            H264_FINE,
            new FilmRecipe(
                    "h264-small",
                    "mp4",
                    "yuv420p",
                    words("-c:v libx264 -preset veryfast -crf 21 -profile:v high -bf 2 -x264-params"
                            + " open-gop=0:keyint=50:min-keyint=1:scenecut=0 -threads 1"),
                    AAC,
                    0.2),
            new FilmRecipe(
                    "h265",
                    "mp4",
                    "yuv420p",
                    words("-c:v libx265 -preset fast -crf 20 -tag:v hvc1 -bf 2 -x265-params "
                            + "open-gop=0:keyint=50:min-keyint=1:scenecut=0:pools=none:frame-threads=1:log-level=error"
                            + ":range=limited:colorprim=bt709:transfer=bt709:colormatrix=bt709 -threads 1"),
                    AAC,
                    0.3),
            new FilmRecipe(
                    "av1",
                    "mp4",
                    "yuv420p10le",
                    words("-c:v libsvtav1 -preset 8 -crf 28 -g 50 -svtav1-params lp=1:scd=0"),
                    AAC,
                    0.3),
            new FilmRecipe(
                    "prores",
                    "mov",
                    "yuv422p10le",
                    words("-c:v prores_ks -profile:v standard -vendor apl0 -threads 1"),
                    PCM,
                    2.5),
            new FilmRecipe(
                    "prores-hq",
                    "mov",
                    "yuv422p10le",
                    words("-c:v prores_ks -profile:v hq -vendor apl0 -threads 1"),
                    PCM,
                    4),
            new FilmRecipe("dnxhr-hq", "mov", "yuv422p", words("-c:v dnxhd -profile:v dnxhr_hq -threads 1"), PCM, 4));

    public FilmRecipe {
        picture = List.copyOf(picture);
        sound = List.copyOf(sound);
    }

    public static Optional<FilmRecipe> named(String name) {
        return ALL.stream().filter(recipe -> recipe.name().equals(name)).findFirst();
    }

    private static List<String> words(String line) {
        return List.of(line.split(" ", -1));
    }
}
