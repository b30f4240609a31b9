package backbeat.engine.song;

import backbeat.engine.song.SongMap.Alternative;
import backbeat.engine.song.SongMap.Bar;
import backbeat.engine.song.SongMap.Beat;
import backbeat.engine.song.SongMap.Energy;
import backbeat.engine.song.SongMap.Loudness;
import backbeat.engine.song.SongMap.Section;
import backbeat.engine.song.SongMap.Tempo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A song map for tests: a stereo song at 48 kHz that says nothing until it is told to. */
public final class MadeSongMap {
    private final double duration;
    private int sampleRate = 48_000;
    private int channels = 2;
    private @Nullable String reason;
    private List<Beat> beats = List.of();
    private List<Bar> bars = List.of();
    private List<Tempo> tempo = List.of();
    private List<Section> sections = List.of();
    private Energy energy = new Energy(0.1, List.of(), List.of());
    private Loudness loudness = new Loudness(-10, 6, -1, -7, -8);
    private List<Alternative> alternatives = List.of();

    private MadeSongMap(double seconds) {
        duration = seconds;
    }

    public static MadeSongMap ofSeconds(double seconds) {
        return new MadeSongMap(seconds);
    }

    public MadeSongMap sound(int rate, int count) {
        sampleRate = rate;
        channels = count;
        return this;
    }

    /** No steady beat, and why. */
    public MadeSongMap unsteady(String why) {
        reason = why;
        return this;
    }

    public MadeSongMap beats(List<Beat> some) {
        beats = some;
        return this;
    }

    public MadeSongMap bars(List<Bar> some) {
        bars = some;
        return this;
    }

    public MadeSongMap tempo(Tempo... some) {
        tempo = List.of(some);
        return this;
    }

    public MadeSongMap sections(List<Section> some) {
        sections = some;
        return this;
    }

    public MadeSongMap energy(Energy some) {
        energy = some;
        return this;
    }

    public MadeSongMap loudness(Loudness some) {
        loudness = some;
        return this;
    }

    public MadeSongMap alternatives(Alternative... some) {
        alternatives = List.of(some);
        return this;
    }

    public SongMap map() {
        return new SongMap(
                SongMap.CONTRACT,
                duration,
                sampleRate,
                channels,
                reason == null,
                reason,
                beats,
                bars,
                tempo,
                List.of(),
                sections,
                List.of(),
                energy,
                loudness,
                null,
                alternatives,
                List.of());
    }
}
