package backbeat.engine.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backbeat.engine.sync.SimulatedShoot.Noise;
import backbeat.engine.sync.SimulatedShoot.Playing;
import backbeat.engine.sync.SimulatedShoot.Room;
import backbeat.engine.sync.SimulatedShoot.Shot;
import backbeat.engine.sync.SyncResult.Alternative;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A day's cards in small: every clip is placed on its sample, told as equal, or refused; none is placed wrongly. */
class SimulatedShootTest {
    private static final long SONG = 7;
    private static final long SHOOT = 1;
    private static final double PLACE = 1e-3;
    /** A stretcher moves its pieces about by itself. */
    private static final double STRETCHED_PLACE = 0.02;

    private static final double DRIFT_PPM = 5;
    private static final double LONG_SECONDS = 15;
    private static final double NO_MORE_THAN_NOISE = 0;

    private static final Room CLOSE = new Room(0.3, 6);
    private static final Room STUDIO = new Room(0.5, 0);
    private static final Room HALL = new Room(0.8, -6);

    private static final Map<String, ClipSync> ANSWERS = new ConcurrentHashMap<>();

    @BeforeAll
    static void shootAndSync() {
        float[] song = SimulatedSong.compose(SONG);
        SongSide side = new SongSide(Sound.of(song), SimulatedSong.RATE);
        SimulatedShoot shoot = new SimulatedShoot(song, SHOOT);
        SimulatedShoot another = new SimulatedShoot(SimulatedSong.compose(SONG + 1), SHOOT);
        Stream.of(placed(), equal(), withoutSong(), anotherSong())
                .flatMap(shots -> shots)
                .sorted(Comparator.comparingDouble(Shot::seconds).reversed())
                .toList()
                .parallelStream()
                .forEach(shot -> hear(shot, (shot.equals(OTHER_SONG) ? another : shoot).recorded(shot), side));
    }

    private static void hear(Shot shot, float[] recorded, SongSide song) {
        Sound sound = Sound.of(recorded);
        ClipAnswer answer = new ClipAnswer(song.sound().seconds());
        if (!sound.isSilent()) {
            answer.add(0, 0, new PlaybackSearch(song, () -> {}).search(sound));
        }
        ANSWERS.put(shot.name(), answer.clip(shot.name(), shot.seconds()));
    }

    static Stream<Shot> placed() {
        return Stream.of(
                shot("close to the loudspeaker", 20, 4.3217, "1", 80, CLOSE, Noise.PINK, 15),
                shot("a hall louder than the loudspeaker", 18, 27.77, "1", -80, HALL, Noise.TALK, 10),
                shot("talk and claps louder than the song", 20, 9.1234, "1", 30, STUDIO, Noise.TALK_AND_CLAPS, -5),
                shot("noise much louder than the song", 25, 40.017, "1", -55, STUDIO, Noise.PINK, -8),
                shot("double speed", 12, 20.5, "2", 20, STUDIO, Noise.TALK, 8),
                shot("120 per cent", 14, 30.031, "6/5", -40, CLOSE, Noise.CLAPS, 8),
                shot("pulled down", 22, 3.45, "1000/1001", 10, STUDIO, Noise.PINK, 8),
                shot("107 per cent", 14, 47.6, "107/100", 0, CLOSE, Noise.PINK, 12),
                new Shot(
                        "120 per cent at its own pitch",
                        14,
                        List.of(new Playing(0, 14, 6.2, "6/5", 0, true)),
                        CLOSE,
                        Noise.PINK,
                        15),
                shot(
                        "a chorus with what came before",
                        10,
                        SimulatedSong.COPIED_CHORUS - 3,
                        "1",
                        15,
                        STUDIO,
                        Noise.TALK,
                        8),
                shot(
                        "a chorus with another voice",
                        8,
                        SimulatedSong.OTHER_VOICE_CHORUS + 1,
                        "1",
                        -15,
                        CLOSE,
                        Noise.PINK,
                        8),
                new Shot(
                        "two playbacks with talk between",
                        22,
                        List.of(Playing.at(0, 9, 29.2, "1", 25), Playing.at(12, 22, 7.345, "1", 25)),
                        STUDIO,
                        Noise.TALK,
                        8),
                new Shot(
                        "talk before the song sets in",
                        17,
                        List.of(Playing.at(6.5, 17, 0, "1", -70)),
                        STUDIO,
                        Noise.TALK,
                        5));
    }

    static Stream<Shot> equal() {
        return Stream.of(shot(
                "nothing but a copied chorus", 8, SimulatedSong.FIRST_CHORUS + 1.5, "1", 40, CLOSE, Noise.PINK, 8));
    }

    static Stream<Shot> withoutSong() {
        return Stream.of(
                new Shot("nothing but talk", 12, List.of(), STUDIO, Noise.TALK, 0),
                new Shot("nothing but claps", 9, List.of(), STUDIO, Noise.CLAPS, 0),
                new Shot("silence", 8, List.of(), STUDIO, Noise.NONE, 0));
    }

    private static final Shot OTHER_SONG =
            shot("another song with the same drums", 16, 20, "1", 10, CLOSE, Noise.PINK, 12);

    private static Shot shot(
            String name,
            double seconds,
            double songStart,
            String speed,
            double drift,
            Room room,
            Noise noise,
            double signalToNoise) {
        return new Shot(
                name, seconds, List.of(Playing.at(0, seconds, songStart, speed, drift)), room, noise, signalToNoise);
    }

    @ParameterizedTest
    @MethodSource
    void placed(Shot shot) {
        ClipSync clip = answer(shot);
        assertThat(clip.verdict()).isEqualTo("matched");
        assertThat(clip.matches()).hasSameSizeAs(shot.playbacks());
        for (int i = 0; i < clip.matches().size(); i++) {
            isInPlace(clip.matches().get(i), shot, shot.playbacks().get(i));
        }
    }

    private static void isInPlace(Match match, Shot shot, Playing truth) {
        double tolerance = truth.pitchKept() ? STRETCHED_PLACE : PLACE;
        assertThat(match.speedFraction()).isEqualTo(truth.speed());
        assertThat(match.mode()).isEqualTo(truth.pitchKept() ? "pitchKept" : "varispeed");
        assertThat(match.songTimeOf(truth.from())).isCloseTo(truth.songTimeAt(truth.from()), within(tolerance));
        assertThat(match.songTimeOf(truth.to())).isCloseTo(truth.songTimeAt(truth.to()), within(tolerance));
        if (truth.to() - truth.from() > LONG_SECONDS) {
            assertThat(match.driftPpm()).isCloseTo(truth.driftPpm(), within(DRIFT_PPM));
        }
        if (shot.signalToNoiseDecibels() > NO_MORE_THAN_NOISE) {
            assertThat(match.clipStart()).isCloseTo(truth.from(), within(1.0));
            assertThat(match.clipEnd()).isCloseTo(truth.to(), within(1.0));
        }
    }

    @ParameterizedTest
    @MethodSource
    void equal(Shot shot) {
        ClipSync clip = answer(shot);
        assertThat(clip.verdict()).isEqualTo("ambiguous");
        Match match = clip.matches().getFirst();
        double truth = shot.playbacks().getFirst().songTimeAt(match.clipStart());
        double copy = truth + SimulatedSong.COPIED_CHORUS - SimulatedSong.FIRST_CHORUS;
        List<Double> told = Stream.concat(
                        Stream.of(match.songStart()),
                        match.alternatives().stream().map(Alternative::songStart))
                .sorted()
                .toList();
        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).isCloseTo(truth, within(PLACE));
        assertThat(told.getLast()).isCloseTo(copy, within(PLACE));
    }

    @ParameterizedTest
    @MethodSource
    void withoutSong(Shot shot) {
        assertThat(answer(shot).verdict()).isEqualTo("unmatched");
    }

    @ParameterizedTest
    @MethodSource
    void anotherSong(Shot shot) {
        assertThat(answer(shot).verdict()).isEqualTo("unmatched");
    }

    static Stream<Shot> anotherSong() {
        return Stream.of(OTHER_SONG);
    }

    private static ClipSync answer(Shot shot) {
        return Objects.requireNonNull(ANSWERS.get(shot.name()));
    }
}
