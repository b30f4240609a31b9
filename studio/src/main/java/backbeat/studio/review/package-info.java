/**
 * What others say of a film: comments that stand on a frame or a stretch with answers and drawings, who is called by
 * name in them, who approved which film, comments as markers for editing programs and on paper, and links by which guests without an account see one film and comment on it. A link ends by itself and
 * can be ended.
 */
@NullMarked
package backbeat.studio.review;

import org.jspecify.annotations.NullMarked;
