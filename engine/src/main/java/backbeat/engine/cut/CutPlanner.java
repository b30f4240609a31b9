package backbeat.engine.cut;

import backbeat.engine.footage.Clip;
import backbeat.engine.footage.Footage;
import backbeat.engine.media.MediaFacts;
import backbeat.engine.media.VideoFacts;
import backbeat.engine.problem.CutProblems;
import backbeat.engine.problem.Finding;
import backbeat.engine.song.SongMap;
import backbeat.engine.sync.SyncResult;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import backbeat.engine.time.Rate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes the first rough cut: covers the whole song, cuts on beats, lets energy decide how long shots are, shows every camera, and says why.
 *
 * <p>Only clips whose place on the song is certain are used; where none of them covers the song there is black and a marker. The same input gives the same cut.
 */
public final class CutPlanner {
    public RoughCut cut(Path song, MediaFacts songFacts, SongMap map, Footage footage, SyncResult sync) {
        List<Placed> placed = placed(footage, sync);
        PictureFormat format = PictureFormat.ofMost(placed.stream()
                .map(p -> new PictureFormat.Weighted(p.video, p.match.clipEnd() - p.match.clipStart()))
                .toList());
        int frames = Math.toIntExact(
                songFacts.duration().times(format.rate().perSecond()).ceiling());
        List<Take> all = takes(placed, format.rate(), frames);
        List<Take> takes =
                all.stream().filter(take -> take.first() < take.end()).toList();
        List<Take> numbered = renumbered(takes);

        List<CutPoint> points = CutGrid.of(map, format.rate(), frames, numbered);
        Pace pace = new Pace(map);
        ShotPlan plan = ShotPlan.of(points, numbered, pace);
        List<Choice> choices = new Reasons(map, format.rate(), points, numbered, pace, plan).choices();
        Assembly.Assembled cut = new Assembly(song, songFacts, map, format, points).assemble(plan, choices);
        return new RoughCut(cut.timeline(), cut.choices(), unused(sync, footage, plan, numbered), findings(choices));
    }

    private record Placed(Clip clip, VideoFacts video, Match match) {}

    private static List<Placed> placed(Footage footage, SyncResult sync) {
        Map<String, Clip> byPath = byPath(footage);
        List<Placed> placed = new ArrayList<>();
        for (ClipSync clipSync : sync.clips()) {
            Clip clip = byPath.get(clipSync.path());
            VideoFacts video = clip == null ? null : clip.facts().video();
            if (clip != null && video != null && video.frames() > 0 && clipSync.isMatched()) {
                clipSync.matches().stream()
                        .filter(Match::sure)
                        .forEach(match -> placed.add(new Placed(clip, video, match)));
            }
        }
        return placed;
    }

    private static Map<String, Clip> byPath(Footage footage) {
        return footage.clips().stream().collect(Collectors.toMap(Clip::path, Function.identity(), (a, b) -> a));
    }

    private static List<Take> takes(List<Placed> placed, Rate rate, int frames) {
        return placed.stream()
                .map(p -> Take.of(0, p.clip, p.video, p.match, rate, frames))
                .toList();
    }

    private static List<Take> renumbered(List<Take> takes) {
        List<Take> numbered = new ArrayList<>();
        takes.forEach(take -> numbered.add(take.withIndex(numbered.size())));
        return List.copyOf(numbered);
    }

    private static List<RoughCut.Unused> unused(SyncResult sync, Footage footage, ShotPlan plan, List<Take> takes) {
        Map<String, Clip> byPath = byPath(footage);
        List<RoughCut.Unused> unused = new ArrayList<>();
        for (ClipSync clipSync : sync.clips()) {
            Clip clip = byPath.get(clipSync.path());
            boolean onTheSong = !clipSync.verdict().equals("unmatched");
            if (clip != null && onTheSong && !plan.shows(clip.path())) {
                unused.add(new RoughCut.Unused(clip.path(), whyUnused(clip, clipSync, plan, takes)));
            }
        }
        return List.copyOf(unused);
    }

    private static String whyUnused(Clip clip, ClipSync clipSync, ShotPlan plan, List<Take> takes) {
        if (!clipSync.isMatched()) {
            return "it fits several places of the song, and nothing in its sound tells which is right";
        }
        if (!clip.hasPicture()) {
            return "it has sound alone";
        }
        if (clipSync.matches().stream().noneMatch(Match::sure)) {
            return onlySo(clipSync) + "; look at it and lay it into the timeline by hand if it is right";
        }
        List<Take> own = takes.stream()
                .filter(take -> take.clip().path().equals(clip.path()))
                .toList();
        if (own.isEmpty()) {
            return "it covers less than a frame of the song";
        }
        int longest =
                own.stream().mapToInt(take -> take.end() - take.first()).max().orElseThrow();
        double seconds = longest / own.getFirst().rate().toDouble();
        if (!plan.fits(own)) {
            return String.format(Locale.ROOT, "it covers only %.1f s, less than from one beat to the next", seconds);
        }
        return "wherever it covers the song, showing it would put two shots of camera " + clip.camera()
                + " side by side or take the place of a clip that is seen nowhere else";
    }

    private static String onlySo(ClipSync clipSync) {
        double most =
                clipSync.matches().stream().mapToDouble(Match::confidence).max().orElse(0);
        return String.format(
                Locale.ROOT,
                "its place on the song is only %.1f %% sure, and nothing below %.0f %% is cut by itself",
                Math.floor(most * 1000) / 10,
                Match.SURE * 100);
    }

    private static List<Finding> findings(List<Choice> choices) {
        double black = choices.stream()
                .filter(choice -> choice.clip() == null)
                .mapToDouble(choice -> choice.songEnd() - choice.songStart())
                .sum();
        return black > 0 ? List.of(Finding.warning(CutProblems.songNotCovered(black))) : List.of();
    }
}
