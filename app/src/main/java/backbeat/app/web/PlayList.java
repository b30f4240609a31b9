package backbeat.app.web;

import backbeat.engine.cut.Choice;
import backbeat.engine.time.Rate;
import backbeat.studio.edit.CutView;
import backbeat.studio.edit.FootageView;
import backbeat.studio.edit.Results;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A cut as the page plays it from proxies, with the song as the clock.
 *
 * @param rate frames a second of the cut
 */
record PlayList(String rate, List<Shot> shots) {

    /**
     * A stretch of one file.
     *
     * @param from song time in seconds
     * @param src what is played; null for black and for what cannot be played yet
     * @param at time in that file at the start, in seconds
     * @param speed seconds of the file for one second of song
     * @param frames of the file
     */
    record Shot(
            double from,
            double to,
            @Nullable String src,
            double at,
            double speed,
            String rate,
            long frames,
            String camera,
            String name) {}

    static PlayList of(CutView cut, Results results, String base) {
        Map<String, FootageView.ClipView> clips = new HashMap<>();
        results.footage().ifPresent(view -> view.clips().forEach(clip -> clips.put(clip.path(), clip)));
        Speeds speeds = Speeds.of(results);
        Set<String> ready = results.proxies();
        return new PlayList(
                cut.rate().isEmpty() ? String.valueOf(Rate.FPS_25) : cut.rate(),
                cut.shots().stream()
                        .map(shot -> shot(shot, clips, speeds, ready, base))
                        .toList());
    }

    private static Shot shot(
            Choice shot, Map<String, FootageView.ClipView> clips, Speeds speeds, Set<String> ready, String base) {
        String path = shot.clip();
        Double clipStart = shot.clipStart();
        FootageView.ClipView clip = path == null ? null : clips.get(path);
        String proxy = clip == null ? null : clip.proxy();
        if (path == null || clip == null || clipStart == null || proxy == null || !ready.contains(proxy)) {
            return new Shot(shot.songStart(), shot.songEnd(), null, 0, 1, "25", 0, shot.camera(), ShotRow.name(path));
        }
        return new Shot(
                shot.songStart(),
                shot.songEnd(),
                base + "/proxies/" + proxy,
                clipStart - clip.pictureStart(),
                speeds.of(path, clipStart, shot.songStart()),
                clip.rate() == null ? "25" : clip.rate(),
                clip.frames(),
                shot.camera(),
                ShotRow.name(path));
    }
}
