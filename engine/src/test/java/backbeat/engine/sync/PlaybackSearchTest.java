package backbeat.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.signal.Resampler;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Songs of decaying notes over noise bursts; clips are the song through a small room, late, with drift and noise. */
class PlaybackSearchTest {
    static final int RATE = Sound.WIDE_RATE;
    private static final double MILLISECOND = 1e-3;
    static float[] music = new float[0];
    static SongSide song = new SongSide(Sound.of(new float[1]), 48000);

    @BeforeAll
    static void compose() {
        music = music(11, 20);
        song = new SongSide(Sound.of(music), 48000);
    }

    static float[] music(long seed, int seconds) {
        Random random = new Random(seed);
        float[] sound = new float[seconds * RATE];
        for (int note = 0; note < seconds * 8; note++) {
            int start = random.nextInt(sound.length);
            double hertz = 110 * Math.pow(2, random.nextInt(48) / 12.0);
            double noisy = random.nextDouble();
            for (int i = 0; i < RATE / 2 && start + i < sound.length; i++) {
                double tone = 0;
                for (int partial = 1; partial < 6; partial++) {
                    tone += Math.sin(2 * Math.PI * hertz * partial * i / RATE) / partial;
                }
                double decay = Math.exp(-8.0 * i / RATE);
                double burst = Math.exp(-60.0 * i / RATE) * noisy * random.nextGaussian();
                sound[start + i] += (float) (0.1 * (decay * tone + 2 * burst));
            }
        }
        return sound;
    }

    /** What a microphone hears from clip time {@code startsAt} on: direct sound, two reflections, noise. */
    static Sound clip(double seconds, double startsAt, double songStart, double rate, double noise) {
        Random random = new Random(5);
        int first = (int) Math.round(startsAt * RATE);
        int count = (int) (seconds * RATE);
        float[] direct = new Resampler(rate).read(music, songStart * RATE, count - first);
        float[] heard = new float[count];
        for (int i = 0; i < count; i++) {
            int at = i - first;
            float wet = 0;
            for (int delay : new int[] {0, 180, 411}) {
                wet += at >= delay ? direct[at - delay] * (delay == 0 ? 1 : 0.5f) : 0;
            }
            heard[i] = (float) (-0.3 * wet + noise * random.nextGaussian());
        }
        return Sound.of(heard);
    }

    private static PlaybackSearch.Result search(Sound clip) {
        return new PlaybackSearch(song, () -> {}).search(clip);
    }

    private static double songTimeAt(Playback playback, double clipSeconds) {
        return playback.line().playedAt(clipSeconds) * playback.speed().value();
    }

    @Test
    void placesANoisyClipWithinAMillisecondAtBothEnds() {
        double rate = 1 + 60e-6;
        Playback found = search(clip(10, 0, 9.3217, rate, 0.05)).playbacks().getFirst();
        assertThat(songTimeAt(found, 0)).isCloseTo(9.3217, within(MILLISECOND));
        assertThat(songTimeAt(found, 10)).isCloseTo(9.3217 + 10 * rate, within(MILLISECOND));
        assertThat(found.speed()).isEqualTo(Speed.ONE);
        assertThat(found.fine().polarity()).isEqualTo(-1);
    }

    @Test
    void placesFiveSeconds() {
        Playback found = search(clip(5, 0, 12.5, 1, 0.02)).playbacks().getFirst();
        assertThat(songTimeAt(found, 2.5)).isCloseTo(15, within(MILLISECOND));
    }

    @Test
    void hearsThatTheSongSetsInLate() {
        Playback found = search(clip(14, 6, 0, 1, 0.02)).playbacks().getFirst();
        assertThat(songTimeAt(found, 6)).isCloseTo(0, within(MILLISECOND));
        assertThat(found.from()).isBetween(5.5, 7.0);
        assertThat(found.to()).isCloseTo(14, within(0.01));
    }

    @Test
    void findsDoubleSpeedAndPullDown() {
        Playback fast = search(clip(7, 0, 4.2, 2, 0.02)).playbacks().getFirst();
        assertThat(fast.speed().fraction()).isEqualTo("2");
        assertThat(songTimeAt(fast, 4)).isCloseTo(12.2, within(MILLISECOND));

        Playback pulled =
                search(clip(12, 0, 4.2, 1000.0 / 1001, 0.02)).playbacks().getFirst();
        assertThat(pulled.speed().fraction()).isEqualTo("1000/1001");
        assertThat(songTimeAt(pulled, 12)).isCloseTo(4.2 + 12 * 1000.0 / 1001, within(MILLISECOND));
    }

    @ParameterizedTest
    @CsvSource({"0.73, 73/100, 11", "1.07, 107/100, 10", "2.31, 231/100, 7", "1.0413, 10413/10000, 10"})
    void findsSpeedsThatNobodyNamed(double speed, String fraction, double seconds) {
        Playback found = search(clip(seconds, 0, 2.5, speed, 0.02)).playbacks().getFirst();
        assertThat(found.speed().fraction()).isEqualTo(fraction);
        assertThat(found.mode()).isEqualTo(PlaybackMode.VARISPEED);
        assertThat(songTimeAt(found, seconds)).isCloseTo(2.5 + seconds * speed, within(MILLISECOND));
    }

    @Test
    void placesAStretchThatKeptItsPitchWithinHalfAFrame() {
        Playback found = search(stretched(11, 3, 1.2)).playbacks().getFirst();
        assertThat(found.mode()).isEqualTo(PlaybackMode.PITCH_KEPT);
        assertThat(found.speed().fraction()).isEqualTo("6/5");
        assertThat(songTimeAt(found, 0)).isCloseTo(3, within(0.02));
        assertThat(songTimeAt(found, 11)).isCloseTo(3 + 11 * 1.2, within(0.02));
    }

    /** Overlapping pieces of 60 ms, each at its own pitch, set closer together. */
    static Sound stretched(double seconds, double songStart, double speed) {
        int piece = 60 * RATE / 1000;
        float[] heard = new float[(int) (seconds * RATE)];
        for (int start = 0; start + piece < heard.length; start += piece / 2) {
            int from = (int) ((songStart + speed * (start + piece / 2.0) / RATE) * RATE) - piece / 2;
            for (int i = 0; i < piece; i++) {
                double weight = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / piece);
                heard[start + i] += (float) (weight * music[from + i]);
            }
        }
        return Sound.of(heard);
    }

    @Test
    void findsTwoPlaybacksOfDifferentSpeedsInOneClip() {
        float[] first = clip(12, 0, 1, 1, 0.02).wide();
        float[] second = clip(12, 0, 4, 1.25, 0.02).wide();
        float[] both = Arrays.copyOf(first, 24 * RATE);
        System.arraycopy(second, 0, both, 12 * RATE, 12 * RATE);
        List<Playback> found = search(Sound.of(both)).playbacks();
        assertThat(found).hasSize(2);
        assertThat(songTimeAt(found.getFirst(), 6)).isCloseTo(7, within(MILLISECOND));
        assertThat(songTimeAt(found.get(1), 18)).isCloseTo(11.5, within(MILLISECOND));
        assertThat(found.get(1).speed().fraction()).isEqualTo("5/4");
    }

    @Test
    void refusesAnotherSongAndNoise() {
        assertThat(search(Sound.of(music(99, 8))).refusal()).isEqualTo(Reasons.NO_SONG);
        Random random = new Random(3);
        float[] noise = new float[8 * RATE];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextGaussian() * 0.1f;
        }
        assertThat(search(Sound.of(noise)).refusal()).isEqualTo(Reasons.NO_SONG);
    }

    @Test
    void tellsCopiedPlacesAsEqual() {
        float[] twice = Arrays.copyOf(music, 40 * RATE);
        System.arraycopy(music, 0, twice, 20 * RATE, 20 * RATE);
        SongSide copied = new SongSide(Sound.of(twice), RATE);
        PlaybackSearch.Result result = new PlaybackSearch(copied, () -> {}).search(clip(8, 0, 9, 1, 0.02));
        Playback found = result.playbacks().getFirst();
        assertThat(found.equalPlaces()).hasSize(1);
        assertThat(Math.abs(found.equalPlaces().getFirst() - found.songStart())).isCloseTo(20, within(MILLISECOND));
    }

    @Test
    void aSongOnALoopIsPlacedAndAnotherSongOnTheSameLoopIsNot() {
        float[] loop = music(7, 2);
        float[] own = over(loop, music(11, 20));
        SongSide looped = new SongSide(Sound.of(own), 48000);
        float[] clip = Arrays.copyOfRange(own, 9 * Sound.WIDE_RATE / 2, 29 * Sound.WIDE_RATE / 2);
        PlaybackSearch.Result placed = new PlaybackSearch(looped, () -> {}).search(Sound.of(clip));
        assertThat(placed.playbacks()).hasSize(1);
        assertThat(songTimeAt(placed.playbacks().getFirst(), 0)).isCloseTo(4.5, within(1e-3));
        for (int seed : new int[] {99, 100}) {
            PlaybackSearch.Result other =
                    new PlaybackSearch(looped, () -> {}).search(Sound.of(over(loop, music(seed, 10))));
            assertThat(other.playbacks()).isEmpty();
            assertThat(other.refusal()).isEqualTo(Reasons.LOOP_ONLY);
        }
    }

    /** A melody 14 dB below a loop. */
    private static float[] over(float[] loop, float[] melody) {
        float[] song = new float[melody.length];
        for (int i = 0; i < song.length; i++) {
            song[i] = loop[i % loop.length] + 0.2f * melody[i];
        }
        return song;
    }

    @Test
    void placesTwoSecondsOfTheSongAndRefusesTwoSecondsOfAnother() {
        Playback found = search(clip(2.2, 0, 7.3, 1, 0.01)).playbacks().getFirst();
        assertThat(songTimeAt(found, 1)).isCloseTo(8.3, within(MILLISECOND));
        assertThat(search(Sound.of(Arrays.copyOf(music(99, 8), (int) (2.2 * RATE))))
                        .refusal())
                .isEqualTo(Reasons.TOO_SHORT);
    }

    @Test
    void followsADriftingClockThroughALongTake() {
        float[] longSong = music(12, 170);
        SongSide side = new SongSide(Sound.of(longSong), 48000);
        double rate = 1 + 150e-6;
        float[] heard = new Resampler(rate).read(longSong, 5 * RATE, 160 * RATE);
        Playback found = new PlaybackSearch(side, () -> {})
                .search(Sound.of(heard))
                .playbacks()
                .getFirst();
        assertThat(songTimeAt(found, 0)).isCloseTo(5, within(MILLISECOND));
        assertThat(songTimeAt(found, 160)).isCloseTo(5 + 160 * rate, within(MILLISECOND));
    }
}
