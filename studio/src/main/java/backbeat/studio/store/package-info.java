/**
 * The studio's home folder and the database in it: connections, transactions, migrations, copies before an upgrade, and the lock that makes one process the
 * owner. It knows no table of others: each package keeps its tables and their migrations (the folder of the same name among the resources); their types, made
 * from the migrations by the build, stand in {@code store.db}. Nothing of people or productions is decided here.
 */
@NullMarked
package backbeat.studio.store;

import org.jspecify.annotations.NullMarked;
