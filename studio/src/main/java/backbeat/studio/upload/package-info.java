/**
 * Files on their way from a browser, of any size: begun, received piece by piece, gone on with after a broken connection or a killed server, given over when they are
 * whole. The pieces follow the core of tus 1.0 with creation, checksum and termination; its words of HTTP are the doors' matter. What a file is good for, and where it
 * goes when it is whole, is decided by others.
 */
@NullMarked
package backbeat.studio.upload;

import org.jspecify.annotations.NullMarked;
