package backbeat.engine.render;

import backbeat.engine.derive.Derivation;
import backbeat.engine.derive.Key;
import backbeat.engine.derive.Work;
import backbeat.engine.media.Encoder;
import backbeat.engine.media.Encoder.SoundRange;
import backbeat.engine.media.FilmRecipe;
import backbeat.engine.media.Media;
import java.io.IOException;
import java.nio.file.Path;

/** The song's sound, encoded once for all films over the same stretch of it. */
record SongSound(Media media, Source song, SoundRange range, FilmRecipe recipe) implements Derivation<Path> {
    private static final int VERSION = 1;

    @Override
    public Key key() {
        return Key.of("song-sound", VERSION)
                .with("ffmpeg", media.version())
                .with("song", song.fingerprint())
                .with("sound", Encoder.soundWords(song.original(), range, recipe));
    }

    @Override
    public void derive(Path target, Work work) throws IOException {
        new Encoder(media).sound(song.original(), range, recipe, target, work);
    }

    @Override
    public Path read(Path kept) {
        return kept;
    }
}
