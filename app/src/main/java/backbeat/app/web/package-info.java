/**
 * The studio's pages: one class for each page or resource, its template beside it by name ({@code src/main/jte}), scripts and styles among the resources. The only
 * place that sees the web framework. Every route names the permission it needs ({@code Needs}), and {@code Gate} asks the studio's table before the route runs; a
 * route that names none is closed. Rules of productions are not here.
 */
@NullMarked
package backbeat.app.web;

import org.jspecify.annotations.NullMarked;
