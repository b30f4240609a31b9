package backbeat.engine.render;

import backbeat.engine.derive.Vault;
import backbeat.engine.derive.WholeFile;
import backbeat.engine.derive.Work;
import backbeat.engine.media.Encoder;
import backbeat.engine.media.Encoder.Piece;
import backbeat.engine.media.Media;
import backbeat.engine.media.SampleTable;
import backbeat.engine.media.SceneEncoder;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.problem.RenderProblems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A film that is planned: which chunks it is joined of, and how each is made.
 *
 * <p>{@link #film} does all that is left to do. Before it, any number of processes that share the vault may each plan the same film and make its batches side by
 * side: a batch is what one process of FFmpeg makes, and it is called by the content of its chunks, so that its name means the same in all of them, and nothing
 * to one whose timeline changed meanwhile. Safe to use from several threads, which share one allowance of memory.
 */
public final class FilmPlan {
    private static final int NAME_DIGITS = 20;

    private final Media media;
    private final Vault vault;
    private final FilmOrder order;
    private final FilmForm form;
    private final Source song;
    private final SceneEncoder encoder;
    private final EncoderRoom room;
    private final List<ChunkRender> chunks;
    private final List<Finding> findings;

    FilmPlan(
            Media media,
            Vault vault,
            FilmOrder order,
            FilmForm form,
            Source song,
            SceneEncoder encoder,
            EncoderRoom room,
            List<ChunkRender> chunks,
            List<Finding> findings) {
        this.media = media;
        this.vault = vault;
        this.order = order;
        this.form = form;
        this.song = song;
        this.encoder = encoder;
        this.room = room;
        this.chunks = List.copyOf(chunks);
        this.findings = findings;
    }

    /** Names of the batches whose chunks are not kept yet. */
    public List<String> batches() {
        return ChunkBatch.of(missing(chunks), EncoderRoom.mostAnywhere(encoder), encoder, vault).stream()
                .map(batch -> batch.members().stream().map(FilmPlan::name).collect(Collectors.joining(" ")))
                .toList();
    }

    /**
     * Makes what of a batch is not kept yet.
     *
     * @throws ProblemException when a source cannot be read, or the disk gets too little room
     */
    public void make(String batch, Work work) {
        Set<String> names = Set.of(batch.split(" "));
        List<ChunkRender> wanted = missing(
                chunks.stream().filter(chunk -> names.contains(name(chunk))).toList());
        for (ChunkBatch part : ChunkBatch.of(wanted, room.most(), encoder, vault)) {
            room.during(part.size(), () -> part.run(work));
        }
    }

    /** A file is looked for for each, which costs on a share. */
    private List<ChunkRender> missing(List<ChunkRender> of) {
        return of.stream().filter(chunk -> !vault.has(chunk.key())).toList();
    }

    private static String name(ChunkRender chunk) {
        return chunk.key().hash().substring(0, NAME_DIGITS);
    }

    /**
     * Makes what is not kept yet, and joins all.
     *
     * @throws ProblemException when a source cannot be read, or the disk gets too little room
     */
    public Film film(Work work) {
        long missing = missing(chunks).size();
        List<Path> files = new ParallelChunks(vault, encoder, room, chunks).all(work.part(0, 0.95));
        work.progress(0.95, "encoding the song");
        Path sound = vault.getFile(new SongSound(media, song, form.sound(), order.recipe()), work);
        work.progress(0.97, "joining the film");
        join(files, sound, work);
        work.progress(1, "film is ready");
        return new Film(order.out(), form.frames(), chunks.size(), missing, findings);
    }

    private void join(List<Path> files, Path sound, Work work) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            pieces.add(new Piece(
                    files.get(i), form.form().rate().timeOf(chunks.get(i).frames())));
        }
        WholeFile.write(order.out().toAbsolutePath(), unfinished -> {
            new Encoder(media).film(pieces, sound, order.recipe(), unfinished, vault.scratchFolder(), work);
            long frames = SampleTable.of(unfinished).frames();
            if (frames != form.frames()) {
                throw RenderProblems.renderedWrong(order.out().toString(), form.frames(), frames)
                        .asException();
            }
        });
    }
}
