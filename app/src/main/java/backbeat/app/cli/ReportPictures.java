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
import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Track;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the report shows beside words: the song's wave-form and a small picture of each clip and of each shot. */
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
                thumbnails(footage, work.part(0, 0.4)),
                cut == null ? Map.of() : new ShotPictures(footage, cut).small(work.part(0.4, 1)),
                cut == null ? null : new ShotPictures(footage, cut).poster(work),
                findings,
                List.copyOf(writtenFiles),
                "Backbeat " + Main.Version.text());
    }

    private Map<String, String> thumbnails(Footage footage, Work work) {
        Map<String, String> pictures = new LinkedHashMap<>();
        for (Clip clip : footage.clips()) {
            work.progress((double) pictures.size() / footage.clips().size(), "drawing the report");
            if (clip.facts().video() != null) {
                picture(() -> backbeat.picture(clip, THUMBNAIL_WIDTH, work))
                        .ifPresent(uri -> pictures.put(clip.path(), uri));
            }
        }
        return pictures;
    }

    /** Pictures out of the cut: of each shot the one in its middle, and the one that the film begins with. */
    private final class ShotPictures {
        private final Map<String, Clip> clips;
        private final List<@Nullable String> paths = new ArrayList<>();
        private final List<Item> items;

        ShotPictures(Footage footage, RoughCut cut) {
            clips = footage.clips().stream().collect(Collectors.toMap(Clip::path, Function.identity(), (a, b) -> a));
            cut.choices().forEach(choice -> paths.add(choice.clip()));
            items = cut.timeline().tracks().stream()
                    .filter(track -> track.kind() == Track.Kind.VIDEO)
                    .findFirst()
                    .map(Track::items)
                    .orElse(List.of());
        }

        Map<Integer, String> small(Work work) {
            Map<Integer, String> pictures = new LinkedHashMap<>();
            for (int shot = 0; shot < Math.min(paths.size(), items.size()); shot++) {
                work.progress((double) shot / items.size(), "drawing the report");
                Optional<String> picture = of(shot, 0.5, THUMBNAIL_WIDTH, work);
                if (picture.isPresent()) {
                    pictures.put(shot, picture.get());
                }
            }
            return pictures;
        }

        @Nullable
        String poster(Work work) {
            return IntStream.range(0, Math.min(paths.size(), items.size()))
                    .filter(shot -> paths.get(shot) != null)
                    .boxed()
                    .findFirst()
                    .flatMap(first -> of(first, 0, POSTER_WIDTH, work))
                    .orElse(null);
        }

        private Optional<String> of(int shot, double part, int width, Work work) {
            Clip clip = clips.get(paths.get(shot));
            if (clip == null || !(items.get(shot) instanceof Item.ClipItem item)) {
                return Optional.empty();
            }
            Rational into = item.duration().times(item.speed()).times(Rational.nearest(part, 100));
            return picture(() -> backbeat.picture(clip, item.sourceStart().plus(into), width, work));
        }
    }

    /** What cannot be decoded has no picture in the report; what is wrong with it stands there in words. */
    private static Optional<String> picture(Supplier<byte[]> jpeg) {
        try {
            return Optional.of("data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg.get()));
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
