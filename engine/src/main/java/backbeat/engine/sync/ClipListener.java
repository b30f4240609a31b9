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
    private static final int STRETCH_FRAMES = 300 * Sound.WIDE_RATE;
    /** A playback that lies across the border of two stretches is whole enough in one of them. */
    private static final int OVERLAP_FRAMES = 20 * Sound.WIDE_RATE;

    private static final double NEXT_CHANNEL_SHARE = 0.05;
    private static final double LEAST_SECONDS = 1.5;
    private final Media media;
    private final SongSide song;
    private final Work work;
    private final Trace trace;

    ClipListener(Media media, SongSide song, Work work, Trace trace) {
        this.media = media;
        this.song = song;
        this.work = work;
        this.trace = trace;
    }

    ClipSync listen(String path, MediaFacts facts) {
        double seconds = facts.duration().toDouble();
        ClipAnswer answer = new ClipAnswer(song.sound().seconds());
        try (SoundReader reader = media.interleaved(facts, Sound.WIDE_RATE)) {
            int channels = reader.channels();
            TimecodeEars ears = new TimecodeEars(channels);
            int most = STRETCH_FRAMES / Math.max(1, channels / 2);
            int all = (int) Math.min(most, Math.ceil((seconds + 1) * Sound.WIDE_RATE));
            float[][] stretch = new float[channels][all];
            int kept = 0;
            long start = 0;
            int frames = fill(reader, stretch, 0, ears);
            while (frames > kept) {
                hear(stretch, frames, (double) start / Sound.WIDE_RATE, answer, ears);
                kept = Math.min(OVERLAP_FRAMES, frames / 4);
                start += frames - kept;
                for (float[] channel : stretch) {
                    System.arraycopy(channel, frames - kept, channel, 0, kept);
                }
                frames = frames < all ? kept : fill(reader, stretch, kept, ears);
            }
            return ears.tell(answer.clip(path, seconds));
        }
    }

    /** Reads until the stretch is full or the clip at its end, and tells how many frames it holds then. */
    private int fill(SoundReader reader, float[][] stretch, int from, TimecodeEars ears) {
        int channels = stretch.length;
        int frames = from;
        while (frames < stretch[0].length) {
            work.stopIfCancelled();
            float[] block = new float[channels * Math.min(Sound.WIDE_RATE, stretch[0].length - frames)];
            int count = reader.readFully(block) / channels;
            if (count == 0) {
                break;
            }
            for (int c = 0; c < channels; c++) {
                for (int i = 0; i < count; i++) {
                    stretch[c][frames + i] = block[i * channels + c];
                }
            }
            ears.hear(stretch, frames, count);
            frames += count;
        }
        return frames;
    }

    private void hear(float[][] full, int frames, double start, ClipAnswer answer, TimecodeEars ears) {
        float[][] stretch = full;
        if (frames < full[0].length) {
            stretch = Arrays.stream(full)
                    .map(channel -> Arrays.copyOf(channel, frames))
                    .toArray(float[][]::new);
        }
        double[] energy = Arrays.stream(stretch).mapToDouble(Sound::voiceEnergy).toArray();
        ears.leaveOutTimecode(energy, start);
        int best = loudest(energy, -1);
        if (energy[best] < 0) {
            trace.listen(start, (double) frames / Sound.WIDE_RATE, energy, best, true);
            return;
        }
        Sound sound = Sound.of(stretch[best]);
        trace.listen(start, sound.seconds(), energy, best, sound.isSilent());
        if (sound.isSilent()) {
            return;
        }
        if (sound.seconds() < LEAST_SECONDS) {
            answer.add(start, best, PlaybackSearch.Result.refused(Reasons.TOO_SHORT));
            return;
        }
        PlaybackSearch search = new PlaybackSearch(song, work::stopIfCancelled, trace);
        PlaybackSearch.Result result = search.search(sound);
        int next = loudest(energy, best);
        boolean other = result.playbacks().isEmpty()
                && next >= 0
                && energy[next] > NEXT_CHANNEL_SHARE * energy[best]
                && differs(stretch[best], stretch[next]);
        if (other) {
            trace.listen(start, sound.seconds(), energy, next, false);
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
