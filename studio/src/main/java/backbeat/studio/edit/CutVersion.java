package backbeat.studio.edit;

import backbeat.engine.cut.CutWishes;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A version of a cut.
 *
 * @param parent the version that it was made of; null for the first one
 * @param words what was done to make it
 * @param name that people gave it; empty when none
 * @param who made it; empty for the machine
 * @param wishes what people want of the next cut made of it
 * @param told what the planner was told; null where it was not planned but came back from another program
 */
public record CutVersion(
        int number,
        @Nullable Integer parent,
        State state,
        String words,
        String name,
        String who,
        Instant made,
        CutWishes wishes,
        @Nullable CutWishes told) {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** A cut has hundreds of shots, and a wish for each is a line. */
    private static final int LONGEST_WISHES = 4 << 20;

    /** How far it is. */
    public enum State {
        ASKED,
        /** Its files are being written. */
        WRITING,
        READY,
        FAILED
    }

    /** Whether a text that comes from elsewhere tells what people want of a cut, as it is kept here. */
    public static boolean areWishes(String text) {
        try {
            CutWishes read = text.length() > LONGEST_WISHES ? null : JSON.readValue(text, CutWishes.class);
            return read != null
                    && CutWishes.CONTRACT.equals(read.contract())
                    && SoundRecords.isSound(read)
                    && read.isWhole();
        } catch (JacksonException junk) {
            return false;
        }
    }

    public static boolean isState(String text) {
        return Stream.of(State.values()).anyMatch(state -> state.name().equals(text));
    }

    public boolean isReady() {
        return state == State.READY;
    }
}
