package backbeat.engine.lipsync;

import backbeat.engine.derive.Derivation;
import backbeat.engine.derive.JsonFile;
import backbeat.engine.derive.Key;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Clip;
import backbeat.engine.media.FrameReader;
import backbeat.engine.media.Media;
import backbeat.engine.media.SoundReader;
import backbeat.engine.media.VideoFacts;
import backbeat.engine.signal.Flashes;
import backbeat.engine.time.Rational;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The sharp sounds near a clip's start, each with the flashes that are seen around it. Kept by content. */
record SeenAndHeard(Clip clip, Media media) implements Derivation<SeenAndHeard.Told> {
    private static final Flashes FLASHES = new Flashes(4, 4, 8, 6);
    private static final int VERSION = 1;
    private static final int MIX = -1;
    private static final int MOST_SOUNDS = 4;
    /** Who wants to be found by a flash or a slate gives it when the camera begins to run. */
    private static final double LISTENED_SECONDS = 120;

    private static final double AROUND_SECONDS = 0.5;
    private static final int WIDTH = 32;
    private static final int HEIGHT = 18;
    private static final long MICROSECONDS = 1_000_000;

    /**
     * @param sound clip time
     * @param flashes clip times, in the middle of the first frame that shows the flash
     * @param frameSeconds how long a frame is
     */
    record Event(double sound, List<Double> flashes, double frameSeconds) {
        /** By how much the sound would come after the picture, for each flash that may belong to it. */
        List<Double> delays() {
            return flashes.stream().map(flash -> sound - flash).toList();
        }

        /** Whether there is no doubt which flash belongs to the sound. */
        boolean hasOneFlash() {
            return flashes.size() == 1;
        }
    }

    record Told(List<Event> events) {}

    @Override
    public Key key() {
        return Key.of("seen-and-heard", VERSION)
                .with("clip", clip.fingerprint())
                .with("ffmpeg", media.version());
    }

    @Override
    public void derive(Path target, Work work) throws IOException {
        List<Event> events = new ArrayList<>();
        for (double sound : sharpSounds(work)) {
            work.stopIfCancelled();
            events.add(lookedAt(sound));
        }
        JsonFile.write(target, new Told(events));
    }

    @Override
    public Told read(Path kept) throws IOException {
        return JsonFile.read(kept, Told.class);
    }

    private List<Double> sharpSounds(Work work) {
        SharpSounds sounds = new SharpSounds(LISTENED_SECONDS);
        try (SoundReader reader = media.sound(clip.facts(), SharpSounds.RATE, MIX)) {
            float[] block = new float[SharpSounds.RATE];
            for (int count = reader.readFully(block); count > 0 && !sounds.isFull(); count = reader.readFully(block)) {
                work.stopIfCancelled();
                sounds.hear(block, count);
            }
        }
        return sounds.sharpest(MOST_SOUNDS);
    }

    private Event lookedAt(double sound) {
        VideoFacts video = Objects.requireNonNull(clip.facts().video());
        long first = Math.max(0, frameAt(video, sound - AROUND_SECONDS) - FLASHES.before());
        long last = Math.min(video.frames() - 1, frameAt(video, sound + AROUND_SECONDS) + FLASHES.longest() + 1);
        List<Double> flashes = FLASHES.in(brightness(first, (int) (last - first + 1))).stream()
                .map(flash -> middleOf(video, first + flash.first()))
                .filter(moment -> Math.abs(moment - sound) <= AROUND_SECONDS)
                .toList();
        return new Event(sound, flashes, frameSeconds(video));
    }

    private double[] brightness(long first, int count) {
        double[] brightness = new double[count];
        int read = 0;
        try (FrameReader frames = media.greyFrames(clip.facts(), WIDTH, HEIGHT, first, count)) {
            byte[] picture = new byte[frames.frameBytes()];
            while (read < count && frames.read(picture)) {
                brightness[read] = mean(picture);
                read++;
            }
        }
        return Arrays.copyOf(brightness, read);
    }

    private static double mean(byte[] picture) {
        long sum = 0;
        for (byte dot : picture) {
            sum += Byte.toUnsignedInt(dot);
        }
        return (double) sum / picture.length;
    }

    private static long frameAt(VideoFacts video, double seconds) {
        return video.frameAt(Rational.of(Math.round(seconds * MICROSECONDS), MICROSECONDS));
    }

    private static double middleOf(VideoFacts video, long frame) {
        return video.timeOfFrame(frame).toDouble() + frameSeconds(video) / 2;
    }

    private static double frameSeconds(VideoFacts video) {
        return video.rate().frameDuration().toDouble();
    }
}
