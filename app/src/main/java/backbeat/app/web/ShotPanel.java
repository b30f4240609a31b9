package backbeat.app.web;

import backbeat.engine.cut.Alternative;
import backbeat.studio.edit.CutView;
import backbeat.studio.edit.FootageView;
import backbeat.studio.edit.Results;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One shot, opened on the cut page: why this take, and what else there is.
 *
 * @param prices what it costs by each reason, the dearest first
 */
public record ShotPanel(ShotRow row, int shots, List<Other> others, List<Price> prices) {

    /** @param part of the longest bar, 0 to 100 */
    public record Price(String words, String value, int part, boolean gain) {}

    /**
     * Another clip that could stand there.
     *
     * @param proxy where its picture is played from; empty when it cannot be yet
     * @param more by how much it would cost more
     */
    public record Other(
            String clip,
            String name,
            String camera,
            double clipStart,
            String proxy,
            String more,
            List<String> reasons,
            String audition) {}

    static ShotPanel of(Results results, CutView cut, List<ShotRow> rows, int index, String base) {
        Map<String, FootageView.ClipView> clips = new HashMap<>();
        results.footage().ifPresent(view -> view.clips().forEach(clip -> clips.put(clip.path(), clip)));
        return of(rows.get(index), rows.size(), cut, clips, Speeds.of(results), results.proxies(), base);
    }

    private static ShotPanel of(
            ShotRow row,
            int shots,
            CutView cut,
            Map<String, FootageView.ClipView> clips,
            Speeds speeds,
            Set<String> ready,
            String base) {
        List<Alternative> planned = cut.alternativesAt(row.shot().songStart());
        List<Other> others = (planned.isEmpty() ? speeds.others(row.shot()) : planned)
                .stream()
                        .map(other -> other(other, row, clips.get(other.clip()), speeds, ready, base))
                        .toList();
        return new ShotPanel(row, shots, others, prices(row));
    }

    private static Other other(
            Alternative other,
            ShotRow row,
            FootageView.@Nullable ClipView clip,
            Speeds speeds,
            Set<String> ready,
            String base) {
        String name = clip == null ? null : clip.proxy();
        String proxy = name != null && ready.contains(name) ? base + "/proxies/" + name : "";
        double speed = speeds.of(other.clip(), other.clipStart(), row.shot().songStart());
        double start = clip == null ? 0 : clip.pictureStart();
        return new Other(
                other.clip(),
                ShotRow.name(other.clip()),
                other.camera(),
                other.clipStart(),
                proxy,
                String.format(Locale.ROOT, "%+.1f", other.more()),
                other.reasons(),
                String.format(
                        Locale.ROOT,
                        "%.4f %.6f %s %d",
                        other.clipStart() - start,
                        speed,
                        clip == null ? "25" : clip.rate(),
                        clip == null ? 0 : clip.frames()));
    }

    private static List<Price> prices(ShotRow row) {
        double most = row.shot().prices().values().stream()
                .mapToDouble(Math::abs)
                .max()
                .orElse(1);
        return row.shot().prices().entrySet().stream()
                .map(price -> new Price(
                        price.getKey(),
                        String.format(Locale.ROOT, "%+.1f", price.getValue()),
                        (int) Math.round(100 * Math.abs(price.getValue()) / Math.max(0.01, most)),
                        price.getValue() < 0))
                .toList();
    }
}
