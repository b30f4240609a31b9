/** The editor's model in the terms of OpenTimelineIO: timeline, tracks, items, markers. */
@NullMarked
package backbeat.engine.timeline;

import org.jspecify.annotations.NullMarked;
