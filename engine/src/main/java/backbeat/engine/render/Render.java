package backbeat.engine.render;

import backbeat.engine.derive.Derivation;
import backbeat.engine.derive.Key;
import backbeat.engine.derive.Vault;
import backbeat.engine.derive.WholeFile;
import backbeat.engine.derive.Work;
import backbeat.engine.media.AudioFacts;
import backbeat.engine.media.Encoder;
import backbeat.engine.media.Encoder.Piece;
import backbeat.engine.media.Encoder.SoundRange;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.VideoFacts;
import backbeat.engine.problem.MediaProblems;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.problem.RenderProblems;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Item.ClipItem;
import backbeat.engine.timeline.MediaReference;
import backbeat.engine.timeline.Timeline;
import backbeat.engine.timeline.Track;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a film of a timeline: chunk by chunk, each kept in the vault, joined by copying over the song, which is encoded once. A change of one shot renders that
 * shot; a shot that only moves renders nothing.
 */
public final class Render {
    private static final int SOUND_VERSION = 1;

    private final Media media;
    private final Vault vault;
    private final Sources sources;

    public Render(Media media, Vault vault) {
        this.media = media;
        this.vault = vault;
        this.sources = new Sources(media, vault);
    }

    /**
     * Renders into a file, which appears when it is whole.
     *
     * @param out an {@code .mp4} file; an older one is replaced
     * @return {@code out}
     * @throws ProblemException when a source cannot be decoded, or the disk has or gets too little room
     */
    public Path render(Timeline timeline, Path song, Path out, Work work) {
        work.progress(0, "opening the sources");
        Source sound = sources.open(song.toAbsolutePath(), work);
        Map<Path, Source> opened = openSources(timeline, work);
        Recipe recipe = recipeFor(timeline, sound);
        ChunkPlan plan = ChunkPlan.of(timeline, pictures(opened), recipe.frames());
        List<ChunkRender> renders = plan.chunks().stream()
                .map(chunk -> new ChunkRender(media, recipe, chunk, opened))
                .toList();
        DiskRoom.check(vault, out, recipe, plan, renders);
        List<Path> chunks = new ParallelChunks(vault, plan, renders).all(work.part(0.02, 0.95));
        work.progress(0.95, "encoding the song");
        Path encodedSong = vault.getFile(new SongSound(sound, recipe.sound()), work);
        work.progress(0.97, "joining the film");
        join(plan, chunks, encodedSong, recipe, out.toAbsolutePath(), work);
        work.progress(1, "film is ready");
        return out;
    }

    private static Recipe recipeFor(Timeline timeline, Source song) {
        MediaFacts facts = song.original();
        AudioFacts audio = facts.audio();
        if (audio == null) {
            throw MediaProblems.noSound(facts.file().toString()).asException();
        }
        return Recipe.of(timeline, facts.duration(), audio.sampleRate());
    }

    private Map<Path, Source> openSources(Timeline timeline, Work work) {
        Map<Path, Source> opened = new LinkedHashMap<>();
        for (Track track : timeline.tracks()) {
            for (Item item : track.items()) {
                if (track.kind() == Track.Kind.VIDEO
                        && item instanceof ClipItem shot
                        && shot.media() instanceof MediaReference media) {
                    opened.computeIfAbsent(media.file(), file -> sources.open(file, work));
                }
            }
        }
        return opened;
    }

    private static Map<Path, VideoFacts> pictures(Map<Path, Source> opened) {
        Map<Path, VideoFacts> pictures = new LinkedHashMap<>();
        opened.forEach((file, source) -> {
            VideoFacts picture = source.original().video();
            if (picture != null) {
                pictures.put(file, picture);
            }
        });
        return pictures;
    }

    private void join(ChunkPlan plan, List<Path> chunks, Path song, Recipe recipe, Path out, Work work) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < chunks.size(); i++) {
            long frames = plan.chunks().get(i).frames();
            pieces.add(new Piece(chunks.get(i), recipe.form().rate().timeOf(frames)));
        }
        WholeFile.write(out, unfinished -> {
            new Encoder(media).film(pieces, song, unfinished, vault.scratchFolder(), work);
            check(unfinished, recipe, out);
        });
    }

    private void check(Path film, Recipe recipe, Path out) {
        MediaFacts facts = media.probe(film);
        VideoFacts picture = facts.video();
        long frames = picture == null ? 0 : picture.frames();
        if (frames != recipe.frames()) {
            throw RenderProblems.renderedWrong(out.toString(), recipe.frames(), frames)
                    .asException();
        }
    }

    /** The song's sound as AAC, encoded once for all films over the same stretch of it. */
    private final class SongSound implements Derivation<Path> {
        private final Source song;
        private final SoundRange range;

        SongSound(Source song, SoundRange range) {
            this.song = song;
            this.range = range;
        }

        @Override
        public Key key() {
            return Key.of("song-sound", SOUND_VERSION)
                    .with("ffmpeg", media.version())
                    .with("song", song.fingerprint())
                    .with("sound", Encoder.soundWords(song.original(), range));
        }

        @Override
        public void derive(Path target, Work work) throws IOException {
            new Encoder(media).sound(song.original(), range, target, work);
        }

        @Override
        public Path read(Path kept) {
            return kept;
        }
    }
}
