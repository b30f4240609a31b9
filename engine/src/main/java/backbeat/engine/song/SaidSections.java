package backbeat.engine.song;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What was said of sections, on the bars that the song has now. What was said later of the same place decides. */
final class SaidSections {
    private static final double EDGE = 0.2;

    private final Corrections said;
    private final List<SongMap.Bar> bars;
    private final Set<Integer> borders = new HashSet<>();
    private final Set<Integer> noBorders = new HashSet<>();

    SaidSections(Corrections said, List<SongMap.Bar> bars) {
        this.said = said;
        this.bars = bars;
        said.all().forEach(this::note);
    }

    private void note(Correction correction) {
        switch (correction) {
            case Correction.Border border -> {
                borders.add(nearest(border.at()));
                noBorders.remove(nearest(border.at()));
            }
            case Correction.NoBorder not -> {
                borders.remove(nearest(not.at()));
                noBorders.add(nearest(not.at()));
            }
            case Correction.Kept kept -> {
                for (int i = 0; i < bars.size(); i++) {
                    if (bars.get(i).start() > kept.from() + EDGE && bars.get(i).start() < kept.to() - EDGE) {
                        noBorders.add(i);
                    }
                }
            }
            default -> {}
        }
    }

    private int nearest(double time) {
        int best = 0;
        for (int i = 1; i < bars.size(); i++) {
            best = Math.abs(bars.get(i).start() - time)
                            < Math.abs(bars.get(best).start() - time)
                    ? i
                    : best;
        }
        return best;
    }

    Set<Integer> borders() {
        return borders;
    }

    /** The song's first bar always begins a section. */
    Set<Integer> noBorders() {
        noBorders.remove(0);
        return noBorders;
    }

    List<SongMap.Section> named(List<SongMap.Section> sections) {
        return sections.stream().map(this::named).toList();
    }

    private SongMap.Section named(SongMap.Section section) {
        SongMap.Section result = section;
        for (Correction.Named name : said.of(Correction.Named.class)) {
            if (name.at() >= section.start() && name.at() < section.end()) {
                String label = name.label();
                String role = name.role();
                result = new SongMap.Section(
                        result.start(),
                        result.end(),
                        result.firstBar(),
                        result.lastBar(),
                        label == null ? result.label() : label,
                        role == null ? result.role() : role,
                        0.95);
            }
        }
        return result;
    }
}
