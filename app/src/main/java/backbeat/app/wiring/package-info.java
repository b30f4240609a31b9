/** Settings, start and stop: the one place where the parts are put together. */
@NullMarked
package backbeat.app.wiring;

import org.jspecify.annotations.NullMarked;
