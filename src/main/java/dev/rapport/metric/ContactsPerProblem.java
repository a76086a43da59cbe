package dev.rapport.metric;

import dev.rapport.slice.Dimension;
import dev.rapport.slice.Slice;
import java.util.List;
import java.util.Set;

/**
 * Defines the metric contacts per problem: contacts / problems. A customer who writes by e-mail and by chat and calls three
 * times in a week about one thing had one problem and made five contacts: effort that no survey asks for. A contact is a ticket,
 * whatever the channel; a problem is one customer's tickets of one issue type, each created at most {@link #DAYS} days after
 * the one before. It belongs to the day, channel and segment of its first contact. Tickets without an issue type are of one
 * type here, so that without any it tells the contacts of customers who write again within a week.
 *
 * <p>Unit: plain ratio, 1 at the least, with a t interval. Null behaviour: no data without problems; tickets of nobody known
 * are in none. Problems of the last days can still grow. Example: five contacts about one problem and one about another are
 * 6 / 2 = 3. Source: [N18].
 */
public final class ContactsPerProblem implements FactMetric {
    public static final int DAYS = 7;

    private static final Definition DEFINITION = Define.metric(
                    "contacts_per_problem", Definition.Topic.SUPPORT, Definition.Unit.RATIO, Definition.Better.DOWN)
            .ripeAfter(DAYS)
            .parts(Dimension.ISSUE_TYPE)
            .sources("N18")
            .rows(RowSet.of("problem"))
            .done();

    ContactsPerProblem() {}

    @Override
    public Definition definition() {
        return DEFINITION;
    }

    @Override
    public Set<String> facts() {
        return Set.of("support");
    }

    /** @param squares sum of the squares of each problem's contacts */
    public Figure figure(long contacts, long squares, long problems) {
        return Figures.mean(contacts, squares, problems);
    }

    @Override
    public List<String> notes(Slice slice, SurveyItems items) {
        return List.of("problems_by_first_contact");
    }
}
