package backbeat.app.cli;

import backbeat.engine.problem.Problem;

/** A number of things that makes sense only between two others. */
final class HowMany {
    private HowMany() {}

    /** @throws backbeat.engine.problem.ProblemException when it does not make sense */
    static int of(String option, long told, int least, int most) {
        if (told < least || told > most) {
            throw new Problem(
                            "cli/bad-argument",
                            option + " takes a number from " + least + " to " + most + ".",
                            "",
                            "It is " + told + ".",
                            "Write one of these, or leave it out.")
                    .asException();
        }
        return (int) told;
    }
}
