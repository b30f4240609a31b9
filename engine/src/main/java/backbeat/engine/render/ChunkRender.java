package backbeat.engine.render;

import backbeat.engine.derive.Derivation;
import backbeat.engine.derive.Key;
import backbeat.engine.derive.Work;
import backbeat.engine.media.Encoder;
import backbeat.engine.media.Media;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.VideoFacts;
import backbeat.engine.problem.RenderProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A chunk as a file, keyed by everything that makes its bytes and by nothing else. */
final class ChunkRender implements Derivation<Path> {
    private static final int VERSION = 1;

    private final Media media;
    private final Recipe recipe;
    private final Chunk chunk;
    private final Map<Path, Source> sources;

    ChunkRender(Media media, Recipe recipe, Chunk chunk, Map<Path, Source> sources) {
        this.media = media;
        this.recipe = recipe;
        this.chunk = chunk;
        this.sources = sources;
    }

    long frames() {
        return chunk.frames();
    }

    @Override
    public Key key() {
        Key key = Key.of("chunk", VERSION).with("ffmpeg", media.version());
        return switch (chunk) {
            case Chunk.Black black -> key.with("black", Encoder.blackWords(black.frames(), recipe.form()));
            case Chunk.Shot shot -> {
                Source source = source(shot);
                List<Long> frames = source.inFile(shot.sourceFrames());
                yield key.with("source", source.fingerprint())
                        .with("frames", frames)
                        .with("shot", Encoder.shotWords(source.facts(), frames, recipe.form()));
            }
        };
    }

    @Override
    public void derive(Path target, Work work) throws IOException {
        Encoder encoder = new Encoder(media);
        switch (chunk) {
            case Chunk.Black black -> encoder.black(black.frames(), recipe.form(), target, work);
            case Chunk.Shot shot -> {
                Source source = source(shot);
                encoder.shot(source.facts(), source.inFile(shot.sourceFrames()), recipe.form(), target, work);
            }
        }
        count(target);
    }

    /** FFmpeg ends well also when it wrote less than it was asked for. */
    private void count(Path target) {
        MediaFacts written = media.probe(target);
        VideoFacts picture = written.video();
        long frames = picture == null ? 0 : picture.frames();
        if (frames != chunk.frames()) {
            String name = chunk instanceof Chunk.Shot shot ? shot.file().toString() : "";
            throw RenderProblems.renderedWrong(name, chunk.frames(), frames).asException();
        }
    }

    @Override
    public Path read(Path kept) throws IOException {
        if (Files.size(kept) == 0) {
            throw new IOException("empty: " + kept);
        }
        return kept;
    }

    private Source source(Chunk.Shot shot) {
        return Objects.requireNonNull(sources.get(shot.file()));
    }
}
