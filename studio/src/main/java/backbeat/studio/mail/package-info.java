/**
 * Letters that the studio sends: who forgot a password, who is invited, whose word on a film is waited for. It knows how letters leave ({@code Post}), not what stands
 * in them. Without a server of mail there is a post that is closed, and people hand links on by themselves. Letters wait in memory alone: they carry secrets of which the
 * studio keeps hashes only.
 */
@NullMarked
package backbeat.studio.mail;

import org.jspecify.annotations.NullMarked;
