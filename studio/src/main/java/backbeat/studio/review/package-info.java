/**
 * What others say of a film: comments that stand on a frame with answers and drawings, who approved which film, comments as markers for editing programs, and links by which guests without an account see one film and comment on it. A link ends by itself and
 * can be ended.
 */
@NullMarked
package backbeat.studio.review;

import org.jspecify.annotations.NullMarked;
