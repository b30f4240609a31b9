package backbeat.studio;

import backbeat.studio.people.Account;
import backbeat.studio.people.Accounts;
import backbeat.studio.people.Crew;
import backbeat.studio.people.PasswordHash;
import backbeat.studio.people.StartCode;
import backbeat.studio.production.Kind;
import backbeat.studio.production.Production;
import backbeat.studio.production.Productions;
import backbeat.studio.store.Store;
import java.nio.file.Path;
import java.time.Clock;

/** A home with an owner, for tests. */
public final class OpenHome implements AutoCloseable {
    public static final PasswordHash PLAIN = new PasswordHash() {
        @Override
        public String hash(String password) {
            return "plain " + password;
        }

        @Override
        public boolean fits(String password, String hash) {
            return hash.equals("plain " + password);
        }
    };

    public final Store store;
    public final StartCode code = StartCode.fresh();
    public final Accounts accounts;
    public final Crew crew;
    public final Productions productions;
    public final Account owner;

    public OpenHome(Path folder, Clock clock) {
        store = Store.open(TestDatabase.home(folder));
        accounts = new Accounts(store, PLAIN, code, clock);
        crew = new Crew(store, accounts, clock);
        productions = new Productions(store, crew, clock);
        owner = accounts.becomeOwner(code.text(), "owner@example.org", "Olga Owner", "long enough 1", "test");
    }

    public Production production() {
        return productions.make("Song", "Band", Kind.MUSIC_VIDEO, owner);
    }

    @Override
    public void close() {
        store.close();
    }
}
