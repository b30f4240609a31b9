/**
 * A studio or a production as one file that can be kept and taken elsewhere: a ZIP archive with a manifest that names every file with its SHA-256, so that damage is
 * seen before anything is believed. {@code Backup} keeps a whole home, also while it is served, and gives it back into an empty one; {@code ProductionArchive} writes
 * one production as JSON beside its files and reads it in elsewhere under keys of its own. What comes from an archive is checked like what comes from the network:
 * names, sizes, keys. Nothing of productions is decided here.
 */
@NullMarked
package backbeat.studio.archive;

import org.jspecify.annotations.NullMarked;
