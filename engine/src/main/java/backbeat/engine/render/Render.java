package backbeat.engine.render;

import backbeat.engine.derive.Derivation;
import backbeat.engine.derive.Key;
import backbeat.engine.derive.Vault;
import backbeat.engine.derive.WholeFile;
import backbeat.engine.derive.Work;
import backbeat.engine.media.AudioFacts;
import backbeat.engine.media.ColourStep;
import backbeat.engine.media.Encoder;
import backbeat.engine.media.Encoder.Piece;
import backbeat.engine.media.Encoder.SoundRange;
import backbeat.engine.media.FilmRecipe;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.SampleTable;
import backbeat.engine.media.SceneEncoder;
import backbeat.engine.problem.MediaProblems;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.problem.RenderProblems;
import backbeat.engine.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        return render(FilmOrder.of(timeline, song, out), work).file();
    }

    /**
     * The same as ordered.
     *
     * @throws ProblemException when a source or a table cannot be read, or the disk has or gets too little room
     */
    public Film render(FilmOrder order, Work work) {
        work.progress(0, "opening the sources");
        Source sound = sources.open(order.song().toAbsolutePath(), work);
        OpenedSources opened = sources.openAll(order.timeline(), work);
        List<ColourStep> look = order.looks().stream()
                .flatMap(cube -> new Tables(vault).open(cube, work).stream())
                .toList();
        FilmForm form = formFor(order, sound);
        ShotScenes scenes = new ShotScenes(opened, form.form(), look);
        ChunkPlan plan = ChunkPlan.of(order.timeline(), scenes, form.form(), form.frames());
        SceneEncoder encoder = new SceneEncoder(media, form.form(), order.recipe());
        List<ChunkRender> chunks = plan.chunks().stream()
                .map(chunk -> ChunkRender.of(chunk.scene(), encoder, media, opened, ChunkBatch.alone(encoder, vault)))
                .toList();
        DiskRoom.check(vault, order.out(), form, order.recipe(), chunks);
        long missing = chunks.stream().filter(chunk -> !vault.has(chunk.key())).count();
        List<Path> files = new ParallelChunks(vault, encoder, chunks).all(work.part(0.02, 0.95));
        work.progress(0.95, "encoding the song");
        Path encodedSong = vault.getFile(new SongSound(sound, form.sound(), order.recipe()), work);
        work.progress(0.97, "joining the film");
        join(plan, files, encodedSong, form, order, work);
        work.progress(1, "film is ready");
        return new Film(order.out(), form.frames(), chunks.size(), missing, opened.findings());
    }

    private static FilmForm formFor(FilmOrder order, Source song) {
        MediaFacts facts = song.original();
        AudioFacts audio = facts.audio();
        if (audio == null) {
            throw MediaProblems.noSound(facts.file().toString()).asException();
        }
        return FilmForm.of(order.timeline(), order.size(), facts.duration(), audio.sampleRate());
    }

    private void join(ChunkPlan plan, List<Path> chunks, Path song, FilmForm form, FilmOrder order, Work work) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < chunks.size(); i++) {
            long frames = plan.chunks().get(i).frames();
            pieces.add(new Piece(chunks.get(i), form.form().rate().timeOf(frames)));
        }
        WholeFile.write(order.out().toAbsolutePath(), unfinished -> {
            new Encoder(media).film(pieces, song, order.recipe(), unfinished, vault.scratchFolder(), work);
            long frames = SampleTable.of(unfinished).frames();
            if (frames != form.frames()) {
                throw RenderProblems.renderedWrong(order.out().toString(), form.frames(), frames)
                        .asException();
            }
        });
    }

    /** The song's sound, encoded once for all films over the same stretch of it. */
    private final class SongSound implements Derivation<Path> {
        private final Source song;
        private final SoundRange range;

        private final FilmRecipe recipe;

        SongSound(Source song, SoundRange range, FilmRecipe recipe) {
            this.song = song;
            this.range = range;
            this.recipe = recipe;
        }

        @Override
        public Key key() {
            return Key.of("song-sound", SOUND_VERSION)
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
}
