package backbeat.studio.production;

/** What is being made. */
public enum Kind {
    MUSIC_VIDEO("Music video"),
    LIVE_SESSION("Live session"),
    STUDIO_SESSION("Studio session"),
    COMMERCIAL("Commercial"),
    TV_EPISODE("TV episode");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
