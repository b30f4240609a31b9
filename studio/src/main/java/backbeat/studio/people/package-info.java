/**
 * Who may come in and who may do what: accounts, sign-ins, invitations, roles, and the one table of permissions ({@code Permissions}) that every route asks. The
 * first account is made with a code that only who started the program has seen. Whom an issuer elsewhere vouches for is known by that issuer's own name
 * for them, not by an address alone ({@code Proofs}). Secrets are kept as hashes; how passwords are hashed is given from outside
 * ({@code PasswordHash}), because that library belongs to the doors.
 */
@NullMarked
package backbeat.studio.people;

import org.jspecify.annotations.NullMarked;
