package dev.rapport.person;

import static dev.rapport.fact.FactField.id;
import static dev.rapport.fact.FactField.moment;
import static dev.rapport.fact.FactField.text;

import dev.rapport.fact.FactField;
import dev.rapport.fact.FactOutline;
import dev.rapport.fact.FactType;
import dev.rapport.fact.PersonRule;
import dev.rapport.fact.SharedFields;
import dev.rapport.fact.StoragePath;
import java.util.List;

/** Describes what lists of customers say. */
public final class PeopleFacts extends FactType {
    private static final List<FactField> FIELDS = List.of(
            SharedFields.CUSTOMER,
            SharedFields.EMAIL,
            text("name", 300).like("full name", "customer name", "contact name"),
            moment("since").like("signed up|signup date|created at|customer since|registered"),
            handle("x", "twitter"),
            handle("instagram", "ig|insta"),
            handle("facebook", "fb"),
            handle("linkedin", "linked in"),
            handle("tiktok", "tik tok"),
            handle("youtube", "yt"),
            handle("reddit", "reddit user"),
            id(SocialHandle.FIELD).like("social handle|social media handle|profile url|social profile"),
            text("network", 100).like("social network|handle network|handle platform"));

    /** Their name in a network, or the address of their profile: by it mentions find them. */
    private static FactField handle(String network, String others) {
        FactField field = id(network);
        for (String name : (network + "|" + others).split("[|]")) {
            field = field.like(
                    name, name + " handle", name + " username", name + " name", name + " profile", name + " url");
        }
        return field;
    }

    public PeopleFacts() {
        super(FactOutline.of("people", FIELDS)
                .path(StoragePath.PEOPLE)
                .person(PersonRule.NEEDED)
                .at("since")
                .keyFields(List.of(CUSTOMER), List.of(EMAIL))
                .comesHome(
                        "person> customer_number>customer name value> orders> last_active> tickets> last_score> health> band>",
                        "person> customer_number>customer value> orders> last_active> tickets> last_score> health> band>")
                .telling("since", "name"));
    }
}
