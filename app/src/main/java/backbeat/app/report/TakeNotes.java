package backbeat.app.report;

import backbeat.engine.sync.SyncResult;
import backbeat.engine.sync.SyncResult.CameraClock;
import backbeat.engine.sync.SyncResult.Group;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which clips ran together, and how the cameras' clocks go: a line each below the clips. */
final class TakeNotes {
    private final Production production;

    TakeNotes(Production production) {
        this.production = production;
    }

    Html html() {
        SyncResult sync = production.data().sync();
        List<Html> lines = java.util.stream.Stream.concat(
                        sync.groups().stream().map(this::group), clocks(sync.cameras()).stream())
                .toList();
        return lines.isEmpty()
                ? Html.NONE
                : Html.of("<ul class=\"said\" id=\"takes\" aria-label=\"Takes\">{}</ul>", Html.join(lines));
    }

    private Html group(Group group) {
        double begin = group.clips().getFirst().groupStart();
        String members = group.clips().stream()
                .map(member -> name(member.path()) + later(member.groupStart() - begin))
                .collect(Collectors.joining(", "));
        return Html.of("<li>Ran together: <bdi>{}</bdi></li>", members);
    }

    private String name(String path) {
        return production.clips().stream()
                .filter(clip -> clip.path().equals(path))
                .map(clip -> clip.name() + " (camera " + clip.camera() + ")")
                .findFirst()
                .orElse(path);
    }

    private static String later(double seconds) {
        return seconds == 0 ? "" : String.format(Locale.ROOT, " %.3f s later", seconds);
    }

    private static List<Html> clocks(List<CameraClock> cameras) {
        String reference = cameras.stream()
                .filter(camera -> camera.offsetSeconds() == 0)
                .map(CameraClock::camera)
                .collect(Collectors.joining(" or "));
        return cameras.stream()
                .filter(camera -> camera.offsetSeconds() != 0)
                .map(camera -> Html.of(
                        "<li>Clock of camera {} ({}): {}</li>",
                        camera.camera(),
                        camera.clock(),
                        String.format(
                                        Locale.ROOT,
                                        "%+.2f s ± %.2f s against that of camera %s",
                                        camera.offsetSeconds(),
                                        camera.uncertaintySeconds(),
                                        reference)
                                .replace('-', '−')))
                .toList();
    }
}
