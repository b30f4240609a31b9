/**
 * Productions: what they are called, their song, their footage folder, how far each stage is, and what happened in them. A song is streamed to disk with its
 * limits; a footage folder is one of the server's, looked at before it is kept. What the machine makes of them belongs to {@code edit}.
 */
@NullMarked
package backbeat.studio.production;

import org.jspecify.annotations.NullMarked;
