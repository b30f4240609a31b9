package backbeat.app.web;

import backbeat.studio.people.Account;
import backbeat.studio.people.SignIns;
import org.jspecify.annotations.Nullable;

/**
 * An account as the owner sees it.
 *
 * @param codes whether it signs in with codes, too
 * @param last the sign-in that was used last
 */
public record AccountRow(Account account, boolean codes, SignIns.@Nullable SignIn last) {}
