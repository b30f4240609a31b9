package backbeat.engine.cut;

import backbeat.engine.footage.Clip;
import backbeat.engine.footage.Footage;
import backbeat.engine.sync.SyncResult;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The clips on the song that a cut does not show, and why. */
final class Unshown {
    private final CutWishes wishes;
    private final ShotPlan plan;
    private final List<Take> takes;
    private final List<Take> beside;

    /** @param beside what is seen beside the shots of the plan */
    Unshown(CutWishes wishes, ShotPlan plan, List<Take> beside) {
        this.wishes = wishes;
        this.plan = plan;
        this.takes = plan.costs().takes();
        this.beside = beside;
    }

    List<RoughCut.Unused> of(SyncResult sync, Footage footage) {
        Map<String, Clip> byPath =
                footage.clips().stream().collect(Collectors.toMap(Clip::path, Function.identity(), (a, b) -> a));
        List<RoughCut.Unused> unused = new ArrayList<>();
        for (ClipSync clipSync : sync.clips()) {
            Clip clip = byPath.get(clipSync.path());
            boolean onTheSong = !clipSync.verdict().equals("unmatched");
            if (clip != null && onTheSong && !isSeen(clip.path())) {
                unused.add(new RoughCut.Unused(clip.path(), why(clip, clipSync)));
            }
        }
        return List.copyOf(unused);
    }

    private boolean isSeen(String path) {
        return plan.shows(path)
                || beside.stream().anyMatch(take -> take.clip().path().equals(path));
    }

    private String why(Clip clip, ClipSync clipSync) {
        if (!clipSync.isMatched()) {
            return "it fits several places of the song, and nothing in its sound tells which is right";
        }
        if (!clip.hasPicture()) {
            return "it has sound alone";
        }
        if (clipSync.matches().stream().noneMatch(Match::sure)) {
            return onlySo(clipSync) + "; look at it and lay it into the timeline by hand if it is right";
        }
        boolean banned = wishes.bans().stream()
                .anyMatch(ban -> ban.clip().equals(clip.path()) && ban.from() == null && ban.to() == null);
        if (banned) {
            return "it was banned by hand";
        }
        List<Take> own = takes.stream()
                .filter(take -> take.clip().path().equals(clip.path()))
                .toList();
        if (own.isEmpty()) {
            return "it covers less of the song than " + ShotSearch.FEWEST_FRAMES + " frames";
        }
        int longest =
                own.stream().mapToInt(take -> take.end() - take.first()).max().orElseThrow();
        double seconds = longest / own.getFirst().rate().toDouble();
        if (!plan.fits(own)) {
            return String.format(Locale.ROOT, "it covers only %.1f s, less than from one beat to the next", seconds);
        }
        if (isAgainstPlan(own)) {
            return "the shot list wants something else wherever it covers the song";
        }
        return "wherever it covers the song, another choice suits this style better: showing it would put two shots of camera "
                + clip.camera() + " side by side, or take the place of a better one";
    }

    private boolean isAgainstPlan(List<Take> own) {
        ShotCosts costs = plan.costs();
        return IntStream.range(0, costs.points().size() - 1)
                .allMatch(step -> own.stream()
                        .filter(take -> take.covers(
                                costs.points().get(step).frame(),
                                costs.points().get(step + 1).frame()))
                        .allMatch(take -> costs.isAgainstPlan(step, step + 1, take)));
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
}
