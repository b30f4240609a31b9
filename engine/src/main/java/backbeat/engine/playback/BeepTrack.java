package backbeat.engine.playback;

import java.util.List;

/** The beeps as sound: short tones, the first of a bar an octave higher, with soft edges so that they do not click. */
final class BeepTrack {
    private static final double SECONDS = 0.06;
    private static final double EDGE_SECONDS = 0.003;
    private static final double HERTZ = 880;
    private static final double FIRST_HERTZ = 1760;
    private static final double LEVEL = 0.35;

    private final List<CountIn.Beep> beeps;
    private final double speed;

    BeepTrack(List<CountIn.Beep> beeps, double speed) {
        this.beeps = beeps;
        this.speed = speed;
    }

    /** @param from sample of the first one, counted from the song's start */
    void addTo(float[] sound, long from) {
        for (CountIn.Beep beep : beeps) {
            double start = beep.songSeconds() / speed * PlaybackFile.SAMPLE_RATE - from;
            double length = SECONDS * PlaybackFile.SAMPLE_RATE;
            int first = Math.clamp((long) Math.ceil(start), 0, sound.length);
            int last = Math.clamp((long) (start + length), 0, sound.length);
            for (int i = first; i < last; i++) {
                sound[i] += (float) (LEVEL * tone(beep, (i - start) / PlaybackFile.SAMPLE_RATE));
            }
        }
    }

    private static double tone(CountIn.Beep beep, double seconds) {
        double edge = Math.min(1, Math.min(seconds, SECONDS - seconds) / EDGE_SECONDS);
        return edge * Math.sin(2 * Math.PI * (beep.first() ? FIRST_HERTZ : HERTZ) * seconds);
    }
}
