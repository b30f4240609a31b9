package backbeat.studio.people;

/** One thing that can be allowed. */
public enum Permission {
    // of everybody
    COME_IN("Reach the door: sign in, answer an invitation", Scope.ANYONE),
    BE_HERE("Be signed in", Scope.STUDIO),
    OWN_ACCOUNT("Change one's own account", Scope.STUDIO),
    // of the studio
    MANAGE_PEOPLE("Help people who forgot their password", Scope.STUDIO),
    MAKE_PRODUCTION("Make productions", Scope.STUDIO),
    NAME_SERVER_FOLDER("Name folders of the server as footage", Scope.PRODUCTION),
    // of a production
    SEE("See song, footage and cut", Scope.PRODUCTION),
    BRING_SONG("Bring the song", Scope.PRODUCTION),
    BRING_FOOTAGE("Bring clips from the browser", Scope.PRODUCTION),
    CORRECT_SONG("Correct beats and sections", Scope.PRODUCTION),
    EDIT_CUT("Change the cut, lock shots, open its versions", Scope.PRODUCTION),
    PLACE_CLIPS("Place clips by hand, circle and rate takes", Scope.PRODUCTION),
    PLAN("Make tasks and dates, and change them", Scope.PRODUCTION),
    TICK("Mark tasks of one's own as done", Scope.PRODUCTION),
    RUN("Ask for analysis, cut and film; stop and repeat them", Scope.PRODUCTION),
    TAKE_FILES("Take the film and the editor's files away", Scope.PRODUCTION),
    TAKE_PRODUCTION("Take the whole production away as one archive", Scope.PRODUCTION),
    COMMENT("Comment on frames", Scope.PRODUCTION),
    APPROVE("Approve a film, or ask for changes", Scope.PRODUCTION),
    RESOLVE("Mark comments as done", Scope.PRODUCTION),
    SEE_CONTACTS("See telephones and addresses", Scope.PRODUCTION),
    INVITE("Invite people and send review links", Scope.PRODUCTION),
    // of a guest's link
    WATCH("Watch the film by a link", Scope.LINK);

    /** Where a permission is asked. */
    public enum Scope {
        ANYONE,
        STUDIO,
        PRODUCTION,
        LINK
    }

    private final String words;
    private final Scope scope;

    Permission(String words, Scope scope) {
        this.words = words;
        this.scope = scope;
    }

    public String words() {
        return words;
    }

    public Scope scope() {
        return scope;
    }
}
