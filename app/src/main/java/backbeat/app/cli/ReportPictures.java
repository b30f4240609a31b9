package backbeat.app.cli;

import backbeat.app.report.ReportData;
import backbeat.engine.Backbeat;
import backbeat.engine.cut.RoughCut;
import backbeat.engine.derive.Work;
import backbeat.engine.footage.Clip;
import backbeat.engine.footage.Footage;
import backbeat.engine.media.Peaks;
import backbeat.engine.problem.Finding;
import backbeat.engine.problem.Problem;
import backbeat.engine.problem.ProblemException;
import backbeat.engine.song.SongMap;
import backbeat.engine.sync.SyncResult;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the report shows beside words: the song's wave-form and a small picture of each clip. */
final class ReportPictures {
    private static final int COLUMNS_PER_SECOND = 12;
    private static final int THUMBNAIL_WIDTH = 192;
    private static final int POSTER_WIDTH = 960;

    private final Backbeat backbeat;

    ReportPictures(Backbeat backbeat) {
        this.backbeat = backbeat;
    }

    ReportData data(
            Backbeat.Song song,
            SongMap map,
            Footage footage,
            SyncResult sync,
            @Nullable RoughCut cut,
            List<Finding> findings,
            List<String> writtenFiles,
            Work work) {
        work.progress(0, "drawing the report");
        return new ReportData(
                String.valueOf(song.file().getFileName()),
                map,
                drawable(backbeat.outline(song, COLUMNS_PER_SECOND, work)),
                footage,
                sync,
                cut,
                thumbnails(footage, work),
                cut == null ? null : poster(footage, cut, work),
                findings,
                List.copyOf(writtenFiles),
                "Backbeat " + Main.Version.text());
    }

    private Map<String, String> thumbnails(Footage footage, Work work) {
        Map<String, String> pictures = new LinkedHashMap<>();
        for (Clip clip : footage.clips()) {
            work.progress((double) pictures.size() / footage.clips().size(), "drawing the report");
            if (clip.facts().video() != null) {
                picture(clip, THUMBNAIL_WIDTH, work).ifPresent(uri -> pictures.put(clip.path(), uri));
            }
        }
        return pictures;
    }

    /** A picture of the clip that the film begins with. */
    private @Nullable String poster(Footage footage, RoughCut cut, Work work) {
        return cut.choices().stream()
                .flatMap(choice ->
                        footage.clips().stream().filter(clip -> clip.path().equals(choice.clip())))
                .findFirst()
                .flatMap(clip -> picture(clip, POSTER_WIDTH, work))
                .orElse(null);
    }

    /** A clip whose middle cannot be decoded has no picture in the report; what is wrong with it stands there in words. */
    private Optional<String> picture(Clip clip, int width, Work work) {
        try {
            byte[] jpeg = backbeat.picture(clip, width, work);
            return Optional.of("data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg));
        } catch (ProblemException e) {
            if (isOfTheClip(e.problem())) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** A full disk or an FFmpeg that does not start is nothing that a clip can be blamed for. */
    private static boolean isOfTheClip(Problem problem) {
        return problem.code().startsWith("media/")
                && !problem.code().equals("media/ffmpeg-does-not-run")
                && !problem.cause().contains("No space left");
    }

    private static List<Float> drawable(Peaks peaks) {
        return IntStream.range(0, 2 * peaks.columns())
                .mapToObj(i -> (i % 2 == 0 ? peaks.low(i / 2) : peaks.high(i / 2)) / 127f)
                .toList();
    }
}
