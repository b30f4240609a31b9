package backbeat.engine.interchange;

import backbeat.engine.time.Rational;
import backbeat.engine.timeline.Item;
import backbeat.engine.timeline.Multicam;
import backbeat.engine.timeline.Timeline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The multicam that a cut of ours was handed over as: which file its angles show, and where in it. */
final class ConformAngles {
    private final Map<String, List<Item>> angles = new HashMap<>();

    ConformAngles(Timeline cut) {
        SongMulticam.of(cut).tracks().stream()
                .flatMap(track -> track.items().stream())
                .filter(item -> item instanceof Item.ClipItem clip && clip.media() instanceof Multicam)
                .map(item -> (Multicam) ((Item.ClipItem) item).media())
                .findFirst()
                .ifPresent(multicam ->
                        multicam.angles().forEach(angle -> angles.putIfAbsent(angle.name(), angle.items())));
    }

    /** The shot of the file that the chosen angle shows there; unchanged where the multicam is none of ours. */
    Item.ClipItem shown(Item.ClipItem clip, Multicam multicam) {
        Rational at = Rational.ZERO;
        for (Item item : angles.getOrDefault(multicam.picture(), List.of())) {
            Rational end = at.plus(item.duration());
            if (item instanceof Item.ClipItem camera && clip.sourceStart().isLessThan(end)) {
                Rational into = clip.sourceStart().minus(at);
                return clip.atSpeed(clip.sourceStart(), clip.speed().times(camera.speed()))
                        .withMedia(camera.media(), camera.sourceStart().plus(into.times(camera.speed())));
            }
            at = end;
        }
        return clip;
    }
}
