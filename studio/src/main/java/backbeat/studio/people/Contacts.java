package backbeat.studio.people;

import static backbeat.studio.store.db.Tables.CONTACT;

import backbeat.studio.store.Store;
import java.util.Collection;
import java.util.Map;

/** How to reach people besides by e-mail. Who may see it is said by the table of permissions. */
public final class Contacts {
    public record Contact(String phone, String address) {
        public static final Contact NONE = new Contact("", "");
    }

    private final Store store;

    public Contacts(Store store) {
        this.store = store;
    }

    public Contact of(Account account) {
        return of(java.util.List.of(account.id())).getOrDefault(account.id(), Contact.NONE);
    }

    /** By the account. */
    public Map<String, Contact> of(Collection<String> accountIds) {
        return store.sql()
                .selectFrom(CONTACT)
                .where(CONTACT.ACCOUNT_ID.in(accountIds))
                .fetchMap(row -> row.getAccountId(), row -> new Contact(row.getPhone(), row.getAddress()));
    }

    public void set(Account account, Contact contact) {
        String phone = plain(contact.phone(), 60);
        String address = plain(contact.address(), 300);
        store.sql()
                .insertInto(CONTACT)
                .values(account.id(), phone, address)
                .onConflict(CONTACT.ACCOUNT_ID)
                .doUpdate()
                .set(CONTACT.PHONE, phone)
                .set(CONTACT.ADDRESS, address)
                .execute();
    }

    private static String plain(String text, int longest) {
        String plain = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        if (plain.length() > longest) {
            throw PeopleProblems.contact().asException();
        }
        return plain;
    }
}
