package backbeat.engine.cut;

/** What the price of a shot is made of. */
enum Term {
    PLACE("place of the cut"),
    LENGTH("length"),
    SECTION("runs across a section"),
    SPEED("slow motion where it is loud"),
    QUALITY("focus, exposure, shake"),
    MOVEMENT("movement against the energy"),
    SIZE("shot size against the energy"),
    FLASH("cut inside a flash or a blur"),
    REPEAT("repeated section"),
    CIRCLED("circled"),
    STORY("story or performance"),
    PLAN("not as planned"),
    SHARE("shown more or less than its share"),
    CHANCE("chance");

    private final String words;

    Term(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
