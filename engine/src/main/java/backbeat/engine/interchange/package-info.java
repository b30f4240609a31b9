/**
 * Timelines as files of other programs: OpenTimelineIO (also as bundle), FCPXML, XML for Premiere (xmeml 4), EDL (CMX3600 and dialects), Avid logs; AAF is read only.
 *
 * <p>{@link Interchange} is the face for writing: a timeline in a {@link Format}, in a {@link Form} where programs differ, and what that format cannot hold. One
 * package-private writer for each format. All arithmetic is exact; record time and source time are never mixed; ends are exclusive. Nothing here looks at media files:
 * what is written of them is what the timeline's references say ({@code MediaFiles}). Where a recording was joined from parts, the parts are named ({@code Originals}):
 * no program is sent into the cache.
 *
 * <p>{@link ForeignFiles} is the face for reading: what other programs wrote (CMX3600 EDL and its relatives, FCPXML 1.5 to 1.14, xmeml, OTIO, ALE, AAF) becomes a {@link
 * ForeignFile}, which keeps every time on the clock it was told on and leaves open what the file leaves open. It is read as far as it is understood; the rest becomes
 * findings. Refused are damaged and hostile files. XML is read as a stream, without document types, entities or the network. {@link TimelineJson} writes the contract
 * {@code timeline/1}.
 *
 * <p>{@link Adopted} makes one of our timelines of what was read: on whole frames, without overlaps, with what was not understood kept beside it. {@link Conform} takes over
 * a cut that came back: linked to our files by path, name, reel and timecode, untouched shots exact to the sample, and with a list of every {@link Difference}.
 */
@NullMarked
package backbeat.engine.interchange;

import org.jspecify.annotations.NullMarked;
