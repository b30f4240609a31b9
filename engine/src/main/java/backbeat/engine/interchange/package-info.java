/** Timelines as files of other programs: OpenTimelineIO, FCPXML, Premiere XML, EDL. */
@NullMarked
package backbeat.engine.interchange;

import org.jspecify.annotations.NullMarked;
