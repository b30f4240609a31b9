package backbeat.app.web;

import backbeat.studio.edit.CutVersion;
import java.time.Instant;
import java.util.List;

/** A version of the cut as the page lists it. */
public record VersionRow(int number, String words, String name, String who, String when, boolean open, boolean ready) {
    static List<VersionRow> of(List<CutVersion> versions, int open, Instant now) {
        return versions.stream()
                .filter(version -> version.state() != CutVersion.State.FAILED)
                .map(version -> new VersionRow(
                        version.number(),
                        version.words(),
                        version.name(),
                        version.who().isEmpty() ? "Backbeat" : version.who(),
                        Ago.words(version.made(), now),
                        version.number() == open,
                        version.isReady()))
                .toList();
    }
}
