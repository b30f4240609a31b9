/**
 * Clips on cards: what was found below a folder, with one outcome for every file.
 *
 * <p>{@link backbeat.engine.footage.FootageScan} is the door. It tells cards by the folder forms of their makers, gives each camera a letter, knows side files by
 * name, probes what may be media, finds clips without sound, and joins recordings that a camera broke off at a size limit by copying them into the vault. What it
 * cannot use it says with a reason; nothing that was seen is missing from {@link backbeat.engine.footage.Footage#files}.
 *
 * <p>Originals are only read. Not here: where clips lie on the song, and how their pictures look.
 */
@NullMarked
package backbeat.engine.footage;

import org.jspecify.annotations.NullMarked;
