package backbeat.engine.media;

import backbeat.engine.derive.Derivation;
import backbeat.engine.derive.Fingerprint;
import backbeat.engine.derive.Key;
import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.problem.MediaProblems;
import backbeat.engine.time.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Clips as browsers play and step through them, kept in a vault: small H.264 at the clip's own constant rate, a key frame twice a second and none that leans on a
 * later one, the index first. Frame n of the proxy is frame n of the clip, at n / rate from the file's beginning; sound begins with frame 0.
 *
 * <p>Frames are taken one for one by their count. Where a clip has no constant rate, or its first pictures cannot be decoded (transport streams), each frame of the proxy
 * shows what the clip shows at that time.
 */
public final class Proxies {
    private static final int VERSION = 1;
    private static final int LONG_SIDE = 960;
    /** What a browser without hardware still steps through in a tenth of a second. */
    private static final int LONGEST_SIDE_AS_IT_IS = 1280;

    private static final int SAMPLE_RATE = 48_000;
    private static final List<String> PICTURE = List.of(
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
            "-crf",
            "23",
            "-profile:v",
            "high",
            "-bf",
            "0",
            "-sc_threshold",
            "0");
    private static final List<String> SOUND = List.of("-c:a", "aac", "-b:a", "96k", "-ac", "2");

    private final Media media;
    private final Vault vault;

    public Proxies(Media media, Vault vault) {
        this.media = media;
        this.vault = vault;
    }

    /** Whether browsers play the file itself, frame by frame and without waiting. */
    public static boolean playsAsItIs(MediaFacts facts) {
        VideoFacts video = facts.video();
        return video != null
                && facts.container().contains("mp4")
                && facts.start().signum() == 0
                && isPlain(video)
                && Math.max(video.width(), video.height()) <= LONGEST_SIDE_AS_IT_IS
                && video.keyframeSpacing() > 0
                && video.keyframeSpacing() <= video.rate().nominal()
                && (facts.audio() == null || facts.audio().codec().equals("aac"));
    }

    private static boolean isPlain(VideoFacts video) {
        return video.codec().equals("h264")
                && video.pixelFormat().equals("yuv420p")
                && video.rotation() == 0
                && video.pixelAspect().equals(Rational.ONE)
                && video.start().signum() == 0
                && !video.variableRate()
                && !isInterlaced(video);
    }

    /**
     * The proxy, made now if there is none.
     *
     * @throws backbeat.engine.problem.ProblemException {@code media/...} when the clip cannot be decoded
     */
    public Path of(MediaFacts facts, Fingerprint fingerprint, Work work) {
        VideoFacts video = facts.video();
        if (video == null) {
            throw MediaProblems.noPicture(facts.file().toString()).asException();
        }
        return vault.getFile(new Proxy(facts, video, fingerprint), work);
    }

    private static boolean isInterlaced(VideoFacts video) {
        return List.of("tt", "bb", "tb", "bt").contains(video.fieldOrder());
    }

    private final class Proxy implements Derivation<Path> {
        private final MediaFacts facts;
        private final VideoFacts video;
        private final Fingerprint fingerprint;
        private final PictureForm form;

        Proxy(MediaFacts facts, VideoFacts video, Fingerprint fingerprint) {
            this.facts = facts;
            this.video = video;
            this.fingerprint = fingerprint;
            this.form = formOf(video);
        }

        private static PictureForm formOf(VideoFacts video) {
            double width = video.width() * video.pixelAspect().toDouble();
            double factor = Math.min(1, LONG_SIDE / Math.max(width, video.height()));
            return new PictureForm(video.rate(), even(width * factor), even(video.height() * factor));
        }

        private static int even(double length) {
            return Math.max(2, 2 * (int) Math.round(length / 2));
        }

        @Override
        public Key key() {
            return Key.of("proxy", VERSION)
                    .with("ffmpeg", media.version())
                    .with("clip", fingerprint)
                    .with("form", form.width() + "x" + form.height() + " at " + form.rate());
        }

        @Override
        public void derive(Path target, Work work) throws IOException {
            boolean byCount = !video.variableRate() && !facts.container().startsWith("mpeg");
            encode(byCount ? counted() : timed(), target, work);
            if (byCount && SampleTable.of(target).frames() != video.frames()) {
                Files.delete(target);
                encode(timed(), target, work);
            }
        }

        private List<String> counted() {
            return ConformFilter.timing(new Scene.Showing.Frames(List.of(0L)), form);
        }

        /** Frame k is what is shown at k / rate: the last that had begun. */
        private List<String> timed() {
            Rational first = facts.start().plus(video.start());
            return List.of(
                    "setpts=PTS-(" + Encoder.seconds(first) + ")/TB", "fps=" + form.rate() + ":round=up:start_time=0");
        }

        private void encode(List<String> timing, Path target, Work work) throws IOException {
            long frames = video.variableRate()
                    ? Math.max(1, form.rate().floorFrame(facts.duration().minus(video.start())))
                    : video.frames();
            String picture = String.join(
                    ",",
                    isInterlaced(video) ? "bwdif=mode=send_frame:deint=interlaced" : "null",
                    String.join(",", timing),
                    String.join(",", ConformFilter.fitted(video, form, "yuv420p", List.of())),
                    String.join(",", ConformFilter.ended(frames, "yuv420p")));
            FfmpegCommand command = FfmpegCommand.ffmpeg(media.programs(), media.limits())
                    .with("-y", "-filter_threads", "1", "-copyts")
                    .input(facts.file(), work.limits().processes())
                    .with("-map", "0:" + video.stream(), "-vf", picture)
                    .with(PICTURE.toArray())
                    .with("-g", Math.max(1, form.rate().nominal() / 2), "-threads", 1)
                    .with("-fps_mode", "passthrough", "-frames:v", frames);
            AudioFacts audio = facts.audio();
            if (audio != null) {
                command.with("-map", "0:" + audio.stream(), "-af", Encoder.soundFilter(facts, soundOf(frames)))
                        .with(SOUND.toArray());
            }
            command.with("-sn", "-dn").with(Encoder.REPEATABLE.toArray()).with("-movflags", "+faststart");
            command.with("-progress", "pipe:1", "-nostats", "-f", "mp4", "file:" + target.toAbsolutePath());
            double seconds = Math.max(0.1, facts.duration().toDouble());
            Encoder.run(
                    command,
                    media.limits(),
                    List.of(target),
                    work,
                    done -> work.progress(done / seconds, "making a proxy"));
        }

        /** From the first frame on: what is heard before it is not shown. */
        private Encoder.SoundRange soundOf(long frames) {
            long start = Math.round(video.start().toDouble() * SAMPLE_RATE);
            long length = Math.round(form.rate().timeOf(frames).toDouble() * SAMPLE_RATE);
            return new Encoder.SoundRange(SAMPLE_RATE, start, start + length);
        }

        @Override
        public Path read(Path kept) {
            return kept;
        }
    }
}
