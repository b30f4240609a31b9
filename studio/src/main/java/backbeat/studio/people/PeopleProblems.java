package backbeat.studio.people;

import backbeat.engine.problem.Problem;
import java.time.Duration;

/** Problems of coming in, with their words. They never tell whether an address is known. */
final class PeopleProblems {
    private static final String TO_FREE =
            "If somebody else had this address before you, ask the owner of this studio to free it, on the page \"People of the studio\"; "
                    + "then try again.";

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
                "That was tried too often.",
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
                "If it is yours, sign in with it, then open the invitation again. " + TO_FREE);
    }

    static Problem addressTaken() {
        return new Problem(
                "people/address-taken",
                "Another account has this address.",
                "",
                "",
                "Free the address there first, or write another one.");
    }

    static Problem ownersAddress() {
        return new Problem(
                "people/owners-address",
                "The owner's address stays.",
                "",
                "The owner must come in to help others who cannot.",
                "Choose another account.");
    }

    static Problem noAddress() {
        return new Problem(
                "people/no-address",
                "This account has no address, so nobody signs in to it with a password.",
                "",
                "Its address was freed.",
                "Give it an address first.");
    }

    static Problem name() {
        return new Problem("people/name", "Your name is missing.", "", "", "Write 1 to 80 characters.");
    }

    static Problem password() {
        return new Problem(
                "people/password", "That password is too short or too long.", "", "", "Use 10 to 70 characters.");
    }

    static Problem codeWanted() {
        return new Problem(
                "people/code-wanted",
                "This account signs in with a code, too.",
                "",
                "",
                "Write the six digits that your authenticator shows, and the password again.");
    }

    static Problem wrongCode() {
        return new Problem(
                "people/wrong-code",
                "That is not the code of now.",
                "",
                "Each holds for half a minute and works once.",
                "Wait for the next one; if none fits, check the clock of the device.");
    }

    static Problem passwordLinkOver() {
        return new Problem(
                "people/password-link-over",
                "This link does not hold any more.",
                "",
                "It was used, is too old, or was never made.",
                "Ask for a new one.");
    }

    static Problem token() {
        return new Problem(
                "people/token",
                "A token needs a name and holds 1 to 366 days.",
                "",
                "",
                "Write a name of up to 80 characters and a number of days.");
    }

    static Problem contact() {
        return new Problem(
                "people/contact",
                "That is too long.",
                "",
                "",
                "Write at most 60 characters for the telephone and 300 for the address.");
    }

    static Problem stranger() {
        return new Problem(
                "people/stranger",
                "Nobody invited you to this studio yet.",
                "",
                "You are who you say, but there is no account with your e-mail.",
                "Ask the owner for an invitation, and open it.");
    }

    static Problem anotherPerson() {
        return new Problem(
                "people/another-person",
                "The account with your e-mail is another person's.",
                "",
                "Somebody else had this address when they came here.",
                TO_FREE);
    }

    static Problem otherAddress() {
        return new Problem(
                "people/other-address",
                "This invitation was sent to another address.",
                "",
                "",
                "Use the e-mail that it was sent to, or ask who invited you for one without an address.");
    }

    static Problem codeTooLate() {
        return new Problem("people/code-too-late", "That took too long.", "", "", "Sign in again from the beginning.");
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
