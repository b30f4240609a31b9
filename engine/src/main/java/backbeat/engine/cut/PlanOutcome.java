package backbeat.engine.cut;

import backbeat.engine.shotlist.PlannedShot;

/**
 * What became of one row of the shot list.
 *
 * @param plannedSeconds of the song that it means, without what shows another row that means the same
 * @param cutSeconds of these that show what it wants
 * @param why it was not followed everywhere, in words; empty where it was
 */
public record PlanOutcome(PlannedShot shot, Verdict verdict, double plannedSeconds, double cutSeconds, String why) {
    /** In short. */
    public enum Verdict {
        FOLLOWED("as planned"),
        PARTLY("partly as planned"),
        NOT_FOLLOWED("not as planned"),
        /** No clip that may be shown shows it there. */
        NO_FOOTAGE("no footage"),
        /** Its place is not on this song. */
        NO_PLACE("no such place"),
        /** It wants no certain picture: a length, or a note for people. */
        NOTHING_TO_SHOW("nothing to choose");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
