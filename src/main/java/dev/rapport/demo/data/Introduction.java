package dev.rapport.demo.data;

/** What is known of a customer from the day they sign up: person, identities, traits. */
final class Introduction {
    private final Stage stage;
    private final Customer who;
    private final int[] devices;

    Introduction(Stage stage, Customer who, int[] devices) {
        this.stage = stage;
        this.who = who;
        this.devices = devices;
    }

    void write(long joinedAt) {
        int importId = stage.numbers().importId();
        Sheets sheets = stage.sheets();
        sheets.persons
                .add(who.person)
                .add(who.id)
                .add(who.name)
                .add(who.email)
                .at(joinedAt)
                .add(importId)
                .end();
        visitor(who.known, "u:" + who.id, joinedAt);
        for (int i = 0; i < who.devices; i++) {
            visitor(devices[i], who.device(i), joinedAt);
        }
        trait(stage, who, "region", who.region);
        trait(stage, who, "birth_year", Integer.toString(who.birthYear));
        trait(stage, who, "industry", who.industry);
        trait(stage, who, "company_size", Company.SIZES.get(who.size));
    }

    private void visitor(int number, String key, long at) {
        stage.sheets()
                .visitors
                .add(number)
                .add(key)
                .add(who.person)
                .at(at)
                .add(stage.numbers().importId())
                .end();
    }

    private static void trait(Stage stage, Customer who, String trait, String value) {
        Sheet sheet = stage.sheets().traits;
        sheet.add(who.known)
                .add(trait)
                .add(value)
                .add("-infinity")
                .add(stage.numbers().importId())
                .end();
    }

    static void trait(Stage stage, Customer who, String trait, String value, long since) {
        Sheet sheet = stage.sheets().traits;
        sheet.add(who.known)
                .add(trait)
                .add(value)
                .at(since)
                .add(stage.numbers().importId())
                .end();
    }
}
