package backbeat.studio.people;

import backbeat.engine.problem.Problem;
import java.time.Duration;

/** Problems of coming in, with their words. They never tell whether an address is known. */
final class PeopleProblems {
    private PeopleProblems() {}

    static Problem wrongPassword() {
        return new Problem(
                "people/wrong-password",
                "That e-mail and password do not fit together.",
                "",
                "",
                "Try again; after five wrong tries there is a pause.");
    }

    static Problem wait(Duration pause) {
        long seconds = Math.max(1, pause.toSeconds());
        return new Problem(
                "people/wait",
                "Too many wrong tries.",
                "",
                "",
                "Try again in " + (seconds < 90 ? seconds + " seconds." : (seconds + 59) / 60 + " minutes."));
    }

    static Problem wrongStartCode() {
        return new Problem(
                "people/wrong-start-code",
                "That is not the start code.",
                "",
                "",
                "Copy the five words from where the program was started.");
    }

    static Problem ownerIsThere() {
        return new Problem(
                "people/owner-is-there", "This studio has an owner already.", "", "", "Ask the owner to invite you.");
    }

    static Problem email() {
        return new Problem("people/email", "That is not an e-mail address.", "", "", "Write it as name@example.org.");
    }

    static Problem emailTaken() {
        return new Problem(
                "people/email-taken",
                "There is an account with this e-mail.",
                "",
                "",
                "Sign in with it, then open the invitation again.");
    }

    static Problem name() {
        return new Problem("people/name", "Your name is missing.", "", "", "Write 1 to 80 characters.");
    }

    static Problem password() {
        return new Problem(
                "people/password", "That password is too short or too long.", "", "", "Use 10 to 70 characters.");
    }

    static Problem invitationOver() {
        return new Problem(
                "people/invitation-over",
                "This invitation does not hold any more.",
                "",
                "It was used, it is too old, or it was never made.",
                "Ask who invited you for a new one.");
    }
}
