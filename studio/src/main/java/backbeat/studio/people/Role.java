package backbeat.studio.people;

/** What a person is in a production. */
public enum Role {
    OWNER("Owner", "Everything, in every production of this studio."),
    PRODUCER("Producer", "Everything in this production but naming folders of the server."),
    DIRECTOR("Director", "Plans, brings clips, corrects the song, asks for cuts, comments, takes files away."),
    EDITOR("Editor", "Brings song and clips, corrects the song, asks for cuts, comments, takes files away."),
    CREW("Crew", "Looks, comments, and marks tasks as done."),
    ARTIST("Artist or client", "Looks, comments and approves."),
    GUEST("Guest by link", "Watches one film, comments on it and approves it.");

    private final String words;
    private final String may;

    Role(String words, String may) {
        this.words = words;
        this.may = may;
    }

    public String words() {
        return words;
    }

    public String may() {
        return may;
    }
}
