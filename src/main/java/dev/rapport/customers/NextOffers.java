package dev.rapport.customers;

import dev.rapport.cube.read.ReadTransactions;
import dev.rapport.revenue.BoughtTogether;
import dev.rapport.revenue.BoughtTogetherReader;
import dev.rapport.slice.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.roaringbitmap.RoaringBitmap;

/** Finds what to offer a customer next: what is bought together with what they have, and what people like them bought. */
@ApplicationScoped
public class NextOffers {
    private static final int MOST = 5;

    /** Of whom nothing is known; that many are so does not make them alike. */
    private static final int NOTHING_KNOWN = 1;

    private final ReadTransactions readTransactions;
    private final BoughtTogetherReader reader;
    private final Clock clock;

    NextOffers(ReadTransactions readTransactions, BoughtTogetherReader reader, Clock clock) {
        this.readTransactions = readTransactions;
        this.reader = reader;
        this.clock = clock;
    }

    /** @param slice whose purchases are counted */
    public List<BoughtTogether.Offer> of(int person, Slice slice) {
        return readTransactions.read(readTransaction -> {
            Handle handle = readTransaction.handle();
            LocalDate today = LocalDate.ofInstant(clock.instant(), slice.zone());
            return reader.read(readTransaction, slice)
                    .next(person, bought(handle, person), alike(handle, person, today), MOST);
        });
    }

    private static Set<String> bought(Handle handle, int person) {
        return handle.select("""
                        select distinct product from order_line join visitor on visitor.id = order_line.visitor_id
                        where person_id = ? and current and cancelled_at is null and product <> ''
                        """, person).mapTo(String.class).set();
    }

    /** Who is in the very same segments today. */
    private static RoaringBitmap alike(Handle handle, int person, LocalDate today) {
        RoaringBitmap alike = new RoaringBitmap();
        handle.select("""
                        select others.person_id from person_signature as theirs
                        join person_signature as others on others.signature_id = theirs.signature_id
                            and others.from_day <= ? and others.to_day > ?
                        where theirs.person_id = ? and theirs.from_day <= ? and theirs.to_day > ?
                          and theirs.signature_id <> ?
                        """, today, today, person, today, today, NOTHING_KNOWN)
                .mapTo(Integer.class)
                .forEach(alike::add);
        return alike;
    }
}
