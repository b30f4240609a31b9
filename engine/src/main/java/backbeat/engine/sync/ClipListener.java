package backbeat.engine.sync;

import backbeat.engine.derive.Work;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.SoundReader;
import backbeat.engine.sync.SyncResult.ClipSync;
import java.util.Arrays;

/**
 * Listens to one clip from its start to its end, in stretches that fit into memory whatever the clip's length. Of each stretch the channel with most energy in
 * the voice band is searched, and when it tells nothing, the next one. Never a sum of channels: an antiphase pair would cancel.
 */
final class ClipListener {
    private static final int STRETCH_FRAMES = 600 * Sound.WIDE_RATE;
    private static final double NEXT_CHANNEL_SHARE = 0.05;
    private static final double LEAST_SECONDS = 1.5;

    private final Media media;
    private final SongSide song;
    private final Work work;

    ClipListener(Media media, SongSide song, Work work) {
        this.media = media;
        this.song = song;
        this.work = work;
    }

    ClipSync listen(String path, MediaFacts facts) {
        double seconds = facts.duration().toDouble();
        ClipAnswer answer = new ClipAnswer(song.sound().seconds());
        try (SoundReader reader = media.interleaved(facts, Sound.WIDE_RATE)) {
            int channels = reader.channels();
            float[] block = new float[channels * Sound.WIDE_RATE];
            double start = 0;
            float[][] stretch = nextStretch(reader, channels, block);
            while (stretch[0].length > 0) {
                hear(stretch, start, answer);
                start += (double) stretch[0].length / Sound.WIDE_RATE;
                stretch = nextStretch(reader, channels, block);
            }
        }
        return answer.clip(path, seconds);
    }

    /** Channels of the next stretch; of length 0 at the end. */
    private float[][] nextStretch(SoundReader reader, int channels, float[] block) {
        int most = STRETCH_FRAMES / Math.max(1, channels / 2);
        float[][] stretch = new float[channels][Math.min(most, 30 * Sound.WIDE_RATE)];
        int frames = 0;
        while (frames < most) {
            work.stopIfCancelled();
            int count = reader.readFully(block) / channels;
            if (count == 0) {
                break;
            }
            for (int c = 0; c < channels; c++) {
                if (frames + count > stretch[c].length) {
                    stretch[c] = Arrays.copyOf(stretch[c], Math.max(frames + count, stretch[c].length * 2));
                }
                for (int i = 0; i < count; i++) {
                    stretch[c][frames + i] = block[i * channels + c];
                }
            }
            frames += count;
        }
        for (int c = 0; c < channels; c++) {
            stretch[c] = Arrays.copyOf(stretch[c], frames);
        }
        return stretch;
    }

    private void hear(float[][] stretch, double start, ClipAnswer answer) {
        double[] energy = Arrays.stream(stretch).mapToDouble(Sound::voiceEnergy).toArray();
        int best = loudest(energy, -1);
        Sound sound = Sound.of(stretch[best]);
        if (sound.isSilent()) {
            return;
        }
        if (sound.seconds() < LEAST_SECONDS) {
            answer.add(start, best, PlaybackSearch.Result.refused(Reasons.TOO_SHORT));
            return;
        }
        PlaybackSearch search = new PlaybackSearch(song, work::stopIfCancelled);
        PlaybackSearch.Result result = search.search(sound);
        int next = loudest(energy, best);
        boolean other = result.playbacks().isEmpty()
                && next >= 0
                && energy[next] > NEXT_CHANNEL_SHARE * energy[best]
                && differs(stretch[best], stretch[next]);
        if (other) {
            PlaybackSearch.Result second = search.search(Sound.of(stretch[next]));
            if (!second.playbacks().isEmpty()) {
                answer.add(start, next, second);
                return;
            }
        }
        answer.add(start, best, result);
    }

    private static int loudest(double[] energy, int but) {
        int best = -1;
        for (int c = 0; c < energy.length; c++) {
            if (c != but && (best < 0 || energy[c] > energy[best])) {
                best = c;
            }
        }
        return best;
    }

    /** Whether one channel is more than the other one, louder or softer or inverted. */
    private static boolean differs(float[] a, float[] b) {
        double aa = 1e-12;
        double bb = 1e-12;
        double ab = 0;
        for (int i = 0; i < a.length; i += 7) {
            aa += a[i] * a[i];
            bb += b[i] * b[i];
            ab += a[i] * b[i];
        }
        return ab * ab < 0.98 * aa * bb;
    }
}
