/**
 * Timelines as files of other programs: OpenTimelineIO, FCPXML 1.10, XML for Premiere (xmeml 4), EDL (CMX3600).
 *
 * <p>{@link Interchange} is the face: it writes a timeline in a {@link Format} and tells what that format cannot hold. One package-private writer for each format. All
 * arithmetic is exact; record time and source time are never mixed; ends are exclusive. Nothing here looks at media files: what is written of them is what the
 * timeline's references say. Where a recording was joined from parts, the parts are named ({@code Originals}): no program is sent into the cache.
 */
@NullMarked
package backbeat.engine.interchange;

import org.jspecify.annotations.NullMarked;
