package backbeat.engine.sync;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Everything about the song that all clips share. Spectra of a usual speed are kept from the first clip that asks for it, those of speed 1 however long the song. */
final class SongSide {
    private static final long MOST_KEPT_FLOATS = 10_000_000;

    private final Sound sound;
    private final int sampleRate;
    private final Map<Speed, SongSpectra> spectra = new HashMap<>();
    private final Map<Speed, PlayedSong> played = new ConcurrentHashMap<>();
    private @Nullable SongOnsets onsets;
    private long keptFloats;

    /** @param sampleRate of the song file: copied choruses lie whole samples of it apart */
    SongSide(Sound sound, int sampleRate) {
        this.sound = sound;
        this.sampleRate = sampleRate;
    }

    Sound sound() {
        return sound;
    }

    int sampleRate() {
        return sampleRate;
    }

    /** Kept for the usual speeds; of the others there may be as many as clips. */
    PlayedSong played(Speed speed) {
        return speed.isUsual()
                ? played.computeIfAbsent(speed, asked -> new PlayedSong(sound, asked))
                : new PlayedSong(sound, speed);
    }

    synchronized SongOnsets onsets() {
        if (onsets == null) {
            onsets = new SongOnsets(sound);
        }
        return onsets;
    }

    synchronized SongSpectra spectra(Speed speed) {
        SongSpectra known = spectra.get(speed);
        if (known != null) {
            return known;
        }
        SongSpectra made = new SongSpectra(sound, speed);
        long floats = (long) SongSpectra.FFT * made.partitions();
        boolean every = speed.equals(Speed.ONE);
        if (every || (speed.isUsual() && keptFloats + floats <= MOST_KEPT_FLOATS)) {
            keptFloats += floats;
            spectra.put(speed, made);
        }
        return made;
    }
}
