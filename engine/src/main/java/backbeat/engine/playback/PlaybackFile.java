package backbeat.engine.playback;

import backbeat.engine.derive.WholeFile;
import backbeat.engine.derive.Work;
import backbeat.engine.ltc.LtcWriter;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.song.SongMap;
import backbeat.engine.sync.SongAt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes playback files: stereo WAV of 24 bits at 48 kHz. Left: count-in and song. Right: timecode from the first sample to the last, some seconds before the
 * count-in and after the song, so that recorders have caught it when it counts.
 */
public final class PlaybackFile {
    /**
     * What was written.
     *
     * @param songBeginsAt seconds of the file
     * @param inTempo whether the beeps follow the song; without a steady beat they come once a second
     * @param songAt what to tell sync
     */
    public record Written(Path file, double seconds, double songBeginsAt, int beeps, boolean inTempo, SongAt songAt) {}

    static final int SAMPLE_RATE = 48_000;

    private static final String MARK = "Backbeat playback file";
    private static final int BEGINNING_BYTES = 512;
    private static final double TIMECODE_LEVEL = 0.25;
    private static final int NO_USER_BITS = 0;
    private static final int SECONDS_BEFORE = 5;
    private static final int SECONDS_AFTER = 3;
    private static final long SAMPLES_A_DAY = 86_400L * SAMPLE_RATE;

    private final Media media;

    public PlaybackFile(Media media) {
        this.media = media;
    }

    /** Whether a file is such a file of ours, whatever its name: then it may be replaced. */
    public static boolean isOne(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BEGINNING_BYTES), StandardCharsets.ISO_8859_1).contains(MARK);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Writes the file, whole or not at all. */
    public Written write(MediaFacts songFacts, SongMap map, PlaybackOrder order, Path file, Work work) {
        SongOnSet song = SongOnSet.read(media, songFacts, order.speed(), work.part(0, 0.3));
        double speed = order.speed().toDouble();
        List<CountIn.Beep> beeps = CountIn.beeps(map, song.firstNote(), order.countInBars());
        double countIn = beeps.isEmpty() ? 0 : Math.max(0, -beeps.getFirst().songSeconds() / speed);
        // Whole seconds: the song then begins on a whole second of the file too.
        long before = SAMPLE_RATE * (SECONDS_BEFORE + (long) Math.ceil(countIn));
        long samples = before + song.samples() + (long) SECONDS_AFTER * SAMPLE_RATE;
        LtcWriter timecode = new LtcWriter(order.start(), NO_USER_BITS, SAMPLE_RATE, TIMECODE_LEVEL);
        BeepTrack beepTrack = new BeepTrack(beeps, speed);
        WholeFile.write(file, unfinished -> {
            String description = MARK + "; song at " + order.songAt();
            long midnight = order.start().seconds().times(SAMPLE_RATE).nearest();
            long sinceMidnight = Math.floorMod(midnight - before, SAMPLES_A_DAY);
            try (BroadcastWave wave =
                    BroadcastWave.create(unfinished, description, sinceMidnight, SAMPLE_RATE, samples)) {
                for (long at = 0; at < samples; at += SAMPLE_RATE) {
                    work.progress(0.3 + 0.7 * at / samples, "writing " + file.getFileName());
                    int count = (int) Math.min(SAMPLE_RATE, samples - at);
                    float[] left = song.played(at - before, count);
                    beepTrack.addTo(left, at - before);
                    wave.write(left, timecode.samples(at - before, count));
                }
            }
        });
        return new Written(
                file,
                (double) samples / SAMPLE_RATE,
                (double) before / SAMPLE_RATE,
                beeps.size(),
                CountIn.isInTempo(map),
                order.songAt());
    }
}
