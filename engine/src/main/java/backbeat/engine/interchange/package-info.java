/**
 * Timelines as files of other programs: OpenTimelineIO, FCPXML 1.10, XML for Premiere (xmeml 4), EDL (CMX3600).
 *
 * <p>{@link Interchange} is the face: it writes a timeline in a {@link Format} and tells what that format cannot hold. One package-private writer for each format. All
 * arithmetic is exact; record time and source time are never mixed; ends are exclusive. Nothing here looks at media files: what is written of them is what the
 * timeline's references say. Where a recording was joined from parts, the parts are named ({@code Originals}): no program is sent into the cache.
 *
 * <p>{@link ForeignFiles} is the other face: it reads what other programs wrote (CMX3600 EDL and its relatives, FCPXML 1.5 to 1.14, xmeml, OTIO, AAF, ALE) into a {@link
 * ForeignFile}, which keeps every time on the clock it was told on and leaves open what the file leaves open. It is read as far as it is understood; the rest becomes
 * findings. Refused are damaged and hostile files. XML is read as a stream, without document types, entities or the network. {@link TimelineJson} writes the contract
 * {@code timeline/1}. Nothing here changes a {@code Timeline} of ours by what it read.
 */
@NullMarked
package backbeat.engine.interchange;

import org.jspecify.annotations.NullMarked;
