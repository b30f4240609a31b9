package backbeat.studio.people;

import static backbeat.studio.people.Permission.*;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The table of permissions: the one place that says which role may do what. */
public final class Permissions {
    private static final Set<Permission> OF_ALL = EnumSet.of(COME_IN, BE_HERE, OWN_ACCOUNT, SEE, COMMENT);
    private static final Set<Permission> OF_MAKERS =
            EnumSet.of(BRING_FOOTAGE, CORRECT_SONG, EDIT_CUT, PLACE_CLIPS, RUN, TAKE_FILES, RESOLVE, TICK);

    private static final Map<Role, Set<Permission>> TABLE = Map.of(
            Role.OWNER, EnumSet.complementOf(EnumSet.of(WATCH)),
            Role.PRODUCER,
                    all(
                            OF_ALL,
                            OF_MAKERS,
                            EnumSet.of(BRING_SONG, PLAN, APPROVE, TAKE_PRODUCTION, SEE_CONTACTS, INVITE)),
            Role.DIRECTOR, all(OF_ALL, OF_MAKERS, EnumSet.of(PLAN, APPROVE)),
            Role.EDITOR, all(OF_ALL, OF_MAKERS, EnumSet.of(BRING_SONG)),
            Role.CREW, all(OF_ALL, EnumSet.of(TICK)),
            Role.ARTIST, all(OF_ALL, EnumSet.of(APPROVE)),
            Role.GUEST, EnumSet.of(COME_IN, WATCH));

    @SafeVarargs
    private static Set<Permission> all(Set<Permission>... parts) {
        Set<Permission> all = EnumSet.noneOf(Permission.class);
        for (Set<Permission> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private Permissions() {}

    public static boolean allows(Role role, Permission asked) {
        return TABLE.getOrDefault(role, Set.of()).contains(asked);
    }
}
