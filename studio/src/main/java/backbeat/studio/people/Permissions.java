package backbeat.studio.people;

import static backbeat.studio.people.Permission.*;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The table of permissions: the one place that says which role may do what. */
public final class Permissions {
    private static final Map<Role, Set<Permission>> TABLE = Map.of(
            Role.OWNER, EnumSet.complementOf(EnumSet.of(WATCH)),
            Role.PRODUCER,
                    EnumSet.of(
                            COME_IN,
                            BE_HERE,
                            SEE,
                            BRING_SONG,
                            BRING_FOOTAGE,
                            CORRECT_SONG,
                            EDIT_CUT,
                            PLACE_CLIPS,
                            RUN,
                            TAKE_FILES,
                            TAKE_PRODUCTION,
                            COMMENT,
                            APPROVE,
                            RESOLVE,
                            INVITE),
            Role.DIRECTOR,
                    EnumSet.of(
                            COME_IN,
                            BE_HERE,
                            SEE,
                            BRING_FOOTAGE,
                            CORRECT_SONG,
                            EDIT_CUT,
                            PLACE_CLIPS,
                            RUN,
                            TAKE_FILES,
                            COMMENT,
                            APPROVE,
                            RESOLVE),
            Role.EDITOR,
                    EnumSet.of(
                            COME_IN,
                            BE_HERE,
                            SEE,
                            BRING_SONG,
                            BRING_FOOTAGE,
                            CORRECT_SONG,
                            EDIT_CUT,
                            PLACE_CLIPS,
                            RUN,
                            TAKE_FILES,
                            COMMENT,
                            RESOLVE),
            Role.CREW, EnumSet.of(COME_IN, BE_HERE, SEE, COMMENT),
            Role.ARTIST, EnumSet.of(COME_IN, BE_HERE, SEE, COMMENT, APPROVE),
            Role.GUEST, EnumSet.of(COME_IN, WATCH));

    private Permissions() {}

    public static boolean allows(Role role, Permission asked) {
        return TABLE.getOrDefault(role, Set.of()).contains(asked);
    }
}
