package backbeat.app.report;

import backbeat.engine.footage.Clip;
import backbeat.engine.sync.SyncResult.ClipSync;
import backbeat.engine.sync.SyncResult.Match;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one clip, footage and sync together.
 *
 * @param name of the file, for people
 * @param camera its letter; {@code ?} when nobody said
 * @param hue 0 to 3: which of the four camera colours
 * @param picture class that shows its thumbnail; empty without one
 */
record ClipView(
        String path,
        String name,
        String camera,
        int hue,
        @Nullable Clip clip,
        @Nullable ClipSync sync,
        String picture) {

    enum State {
        PLACED,
        DOUBTFUL,
        REFUSED
    }

    State state() {
        return switch (sync == null ? "" : sync.verdict()) {
            case "matched" -> matches().stream().anyMatch(Match::sure) ? State.PLACED : State.DOUBTFUL;
            case "ambiguous" -> State.DOUBTFUL;
            default -> State.REFUSED;
        };
    }

    List<Match> matches() {
        return sync == null ? List.of() : sync.matches();
    }

    List<Placed> places() {
        return matches().stream()
                .map(match -> new Placed(this, match, state() == State.PLACED))
                .toList();
    }

    /** A sound recorder's clip stands on the song, but covers nothing. */
    boolean hasPicture() {
        return clip == null || clip.hasPicture();
    }

    /** Name without its ending: enough on a narrow clip. */
    String shortName() {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
