/**
 * Computed once, kept by content: the one mechanism behind everything the engine makes.
 *
 * <p>A {@link Derivation} has a {@link Key} (a hash of its name, version, inputs and parameters) and a function that writes one file. {@link Vault#get} returns
 * the kept result or derives it once: written aside and moved into place, locked across threads and processes, forgotten by age when the vault is full. {@link
 * Work} carries progress, cancellation and limits into the function; {@link Fingerprint} knows an input file by its content.
 * What leaves the vault for a folder of the user goes through {@link WholeFile}.
 *
 * <p>Nothing in a vault is the only copy of anything: it may be deleted at any time.
 */
@NullMarked
package backbeat.engine.derive;

import org.jspecify.annotations.NullMarked;
