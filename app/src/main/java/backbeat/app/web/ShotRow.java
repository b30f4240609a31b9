package backbeat.app.web;

import backbeat.engine.cut.Choice;
import backbeat.engine.song.SongMap;
import backbeat.studio.edit.CutEdit;
import backbeat.studio.edit.CutView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A shot of the cut as pages list it.
 *
 * @param at where it begins, in bars or minutes
 * @param length in bars and beats where the song has them
 * @param moved whether another version shows something else there
 */
public record ShotRow(int index, Choice shot, String name, String at, String length, boolean locked, boolean moved) {

    /** A cut stands on a frame, up to one before its beat. */
    private static final double FRAME = 0.04;

    static List<ShotRow> of(CutView cut, CutEdit.@Nullable On edited, @Nullable SongMap map) {
        List<ShotRow> rows = new ArrayList<>();
        List<Choice> shots = cut.whole();
        for (int i = 0; i < shots.size(); i++) {
            Choice shot = shots.get(i);
            boolean locked = edited != null && i < edited.shots().size() && edited.isLocked(i);
            rows.add(new ShotRow(i, shot, name(shot.clip()), place(shot, map), length(shot), locked, false));
        }
        return List.copyOf(rows);
    }

    /** The same rows, with those marked that another version does not have. */
    static List<ShotRow> against(List<ShotRow> rows, List<ShotRow> others) {
        return rows.stream()
                .map(row -> new ShotRow(
                        row.index,
                        row.shot,
                        row.name,
                        row.at,
                        row.length,
                        row.locked,
                        others.stream().noneMatch(other -> other.isSameAs(row))))
                .toList();
    }

    private boolean isSameAs(ShotRow other) {
        return name.equals(other.name)
                && Math.abs(shot.songStart() - other.shot.songStart()) < 0.01
                && Math.abs(shot.songEnd() - other.shot.songEnd()) < 0.01;
    }

    static String name(@Nullable String clip) {
        return clip == null ? "black" : clip.substring(clip.lastIndexOf('/') + 1);
    }

    private static String place(Choice shot, @Nullable SongMap map) {
        return shot.bar().isEmpty() ? ClipRow.position(shot.songStart() + FRAME, map) : shot.bar();
    }

    private static String length(Choice shot) {
        return String.format(Locale.ROOT, "%.2f s", shot.songEnd() - shot.songStart());
    }

    public boolean isBlack() {
        return shot.clip() == null;
    }
}
