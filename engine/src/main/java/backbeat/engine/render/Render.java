package backbeat.engine.render;

import backbeat.engine.derive.Vault;
import backbeat.engine.derive.Work;
import backbeat.engine.media.AudioFacts;
import backbeat.engine.media.ColourStep;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.SceneEncoder;
import backbeat.engine.problem.MediaProblems;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.timeline.Timeline;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes a film of a timeline: chunk by chunk, each kept in the vault, joined by copying over the song, which is encoded once. A change of one shot renders that
 * shot; a shot that only moves renders nothing.
 */
public final class Render {
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
        return plan(order, work.part(0, 0.02)).film(work.part(0.02, 1));
    }

    /**
     * Opens everything that a film is made of, and cuts it into chunks; makes none of them.
     *
     * @param work its limits hold for all that is made by this plan together
     * @throws ProblemException when a source or a table cannot be read, or the disk has too little room
     */
    public FilmPlan plan(FilmOrder order, Work work) {
        work.progress(0, "opening the sources");
        Source song = sources.open(order.song().toAbsolutePath(), work);
        OpenedSources opened = sources.openAll(order.timeline(), work);
        List<ColourStep> look = order.looks().stream()
                .flatMap(cube -> new Tables(vault).open(cube, work).stream())
                .toList();
        FilmForm form = formFor(order, song);
        ShotScenes scenes = new ShotScenes(opened, form.form(), look);
        SceneEncoder encoder = new SceneEncoder(media, form.form(), order.recipe());
        List<ChunkRender> chunks = ChunkPlan.of(order.timeline(), scenes, form.form(), form.frames()).chunks().stream()
                .map(chunk -> ChunkRender.of(chunk.scene(), encoder, media, opened, ChunkBatch.alone(encoder, vault)))
                .toList();
        DiskRoom.check(vault, order.out(), form, order.recipe(), chunks);
        EncoderRoom room = EncoderRoom.of(work.limits().processes(), encoder);
        return new FilmPlan(media, vault, order, form, song, encoder, room, chunks, opened.findings());
    }

    private static FilmForm formFor(FilmOrder order, Source song) {
        MediaFacts facts = song.original();
        AudioFacts audio = facts.audio();
        if (audio == null) {
            throw MediaProblems.noSound(facts.file().toString()).asException();
        }
        return FilmForm.of(order.timeline(), order.size(), facts.duration(), audio.sampleRate());
    }
}
