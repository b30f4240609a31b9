package backbeat.engine.render;

import backbeat.engine.media.FilmRecipe;
import backbeat.engine.timeline.Timeline;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which film is wanted.
 *
 * @param song laid under it
 * @param out file that appears when it is whole
 * @param recipe how it is encoded
 * @param looks tables in the .cube format, applied to the whole film in their order
 * @param size another than the timeline's; null for that
 */
public record FilmOrder(
        Timeline timeline,
        Path song,
        Path out,
        FilmRecipe recipe,
        List<Path> looks,
        @Nullable Size size) {
    /** In pixels. */
    public record Size(int width, int height) {}

    public FilmOrder {
        looks = List.copyOf(looks);
    }

    /** A film for showing, in the timeline's size. */
    public static FilmOrder of(Timeline timeline, Path song, Path out) {
        return new FilmOrder(timeline, song, out, FilmRecipe.H264, List.of(), null);
    }
}
