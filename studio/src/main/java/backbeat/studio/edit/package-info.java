/**
 * What the machine makes of a production and what people say to it: the steps from song and footage to a film, run by the engine as jobs; their results as files in
 * the production's folder, in the contracts the command line writes; corrections of the song with undo. Nothing here decides who may ask.
 */
@NullMarked
package backbeat.studio.edit;

import org.jspecify.annotations.NullMarked;
