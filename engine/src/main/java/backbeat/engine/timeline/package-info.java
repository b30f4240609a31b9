/**
 * The editor's model in the terms of OpenTimelineIO: a {@link Timeline} of {@link Track}s, on which {@link Item}s follow each other (clips, gaps, nested timelines, and
 * transitions, which take no time of their own), {@link Effect}s of an item, and {@link Marker}s. What a clip shows is a {@link SourceMedia}: a file here ({@link
 * MediaReference}), media that another program told of ({@link OfflineMedia}), something generated ({@link GeneratedMedia}) or several cameras as one ({@link Multicam}).
 *
 * <p>An {@link Edit} is one change that a person would name; applied, it gives the changed timeline and the edit that takes it back. {@link History} keeps the steps,
 * also as a file. Whatever is done, items follow each other without holes, none is shorter than a frame, and pictures lie on whole frames. What an edit keeps for
 * taking it back grows with what it changed, not with the timeline.
 *
 * <p>Everything is immutable and every time an exact fraction of seconds. Nothing here decodes or looks at files: that is {@code render}'s, and other programs' words
 * for the same things are {@code interchange}'s.
 */
@NullMarked
package backbeat.engine.timeline;

import org.jspecify.annotations.NullMarked;
