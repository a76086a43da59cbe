package dev.rapport.fact;

import static dev.rapport.fact.FactField.choice;
import static dev.rapport.fact.FactField.decimal;
import static dev.rapport.fact.FactField.id;
import static dev.rapport.fact.FactField.moment;
import static dev.rapport.fact.FactField.text;

/** Holds the fields that rows of several types have. */
public final class SharedFields {
    public static final FactField CUSTOMER = id(FactType.CUSTOMER)
            .like("customer id|customer number|customer no|user id|user|client id|person|person id"
                    + "|caller id|contact id|account id|member id|userid|distinct id|requester id|author id");

    public static final FactField EMAIL = id(FactType.EMAIL)
            .like("e-mail|mail|email address|customer email|user email|requester email|recipient email"
                    + "|review user email|reviewer email|contact email");

    public static final FactField ANONYMOUS =
            id(FactType.ANONYMOUS).like("anonymous id|device id|visitor id|visitor|cookie id|client");

    public static final FactField KEY = id(FactType.KEY);

    public static final FactField CHANNEL = text(FactType.CHANNEL, 100)
            .like("contact type|acquisition channel|marketing channel|source channel|via|medium" + "|contact channel");

    public static final FactField AT =
            moment("at").like("timestamp|time|date|datetime|created at|occurred at|event time|sent at|when|day");

    public static final FactField CURRENCY = text("currency", 60)
            .like("currency code|order currency|transaction currency|presentment currency"
                    + "|price currency|iso currency|currency iso code|währung|waehrung|devise|moneda|moeda"
                    + "|valuta|waluta");

    public static final FactField ORIGINAL = decimal("original").worked();

    public static final FactField RATE = decimal("rate").worked();

    private SharedFields() {}

    /** Names the unit of a time that is told as a number beside it. */
    public static FactField unit(String key) {
        return choice(key, "seconds", "s|sec|secs", "minutes", "m|min|mins", "hours", "h|hr|hrs|hour", "days", "d|day");
    }

    public static FactField sentiment() {
        return choice("sentiment", "-1", "negative|neg|bad", "0", "neutral|neu|mixed", "1", "positive|pos|good");
    }
}
