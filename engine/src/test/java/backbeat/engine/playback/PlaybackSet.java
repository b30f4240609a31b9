package backbeat.engine.playback;

import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Footage;
import backbeat.engine.footage.FootageScan;
import backbeat.engine.media.MadeMedia;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.SoundReader;
import backbeat.engine.song.SongMap;
import backbeat.engine.sync.SongAt;
import backbeat.engine.sync.Sync;
import backbeat.engine.sync.SyncResult;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.time.Rational;
import backbeat.engine.time.Timecode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A set in a folder: a song is played, cameras record what they hear and the timecode from the player, and sync is asked where they were. */
final class PlaybackSet {
    static final Media MEDIA = MadeMedia.MEDIA;
    private static final int RATE = SetSound.RATE;

    private final Path folder;

    PlaybackSet(Path folder) {
        this.folder = folder;
    }

    static ClipSync clip(SyncResult result, String path) {
        return result.clips().stream()
                .filter(clip -> clip.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    SyncResult sync(List<SongAt> told) {
        Path song = folder.resolve("song.wav");
        Vault vault = Vault.open(folder.resolve("vault"), 1L << 30);
        Footage footage = new FootageScan(MEDIA, vault).scan(folder.resolve("cards"), List.of(), Work.quiet());
        return new Sync(MEDIA, vault).sync(song, MEDIA.probe(song), footage, told, Work.quiet());
    }

    /** Left what the microphone hears, right the timecode from the player. */
    void camera(String name, float[][] played, double from, int seconds, boolean hearsTheSong) throws IOException {
        Random noise = new Random(7);
        int first = (int) Math.round(from * RATE);
        float[] microphone = new float[seconds * RATE];
        for (int i = 0; i < microphone.length; i++) {
            float heard = hearsTheSong ? played[0][first + i] : 0;
            microphone[i] = 0.5f * heard + 0.005f * (float) noise.nextGaussian();
        }
        float[] line = Arrays.copyOfRange(played[1], first, first + microphone.length);
        Files.createDirectories(folder.resolve("cards"));
        SetSound.write(folder.resolve("cards").resolve(name), microphone, line);
    }

    PlaybackFile.Written play(float[] song, SongMap map, Timecode start, int bars, Rational speed) throws IOException {
        Path file = SetSound.write(folder.resolve("song.wav"), song);
        MediaFacts facts = MEDIA.probe(file);
        PlaybackOrder order = new PlaybackOrder(start, bars, speed);
        return new PlaybackFile(MEDIA).write(facts, map, order, folder.resolve("playback.wav"), Work.quiet());
    }

    static float[][] channels(Path file) {
        MediaFacts facts = MEDIA.probe(file);
        try (SoundReader reader = MEDIA.interleaved(facts, RATE)) {
            float[] both = new float[(int) (2 * facts.duration().toDouble() * RATE)];
            int read = reader.readFully(both);
            float[][] channels = new float[2][read / 2];
            for (int i = 0; i < read; i++) {
                channels[i % 2][i / 2] = both[i];
            }
            return channels;
        }
    }
}
