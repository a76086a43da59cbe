package dev.rapport.demo.data;

/** Orders of one to four lines, three in a hundred cancelled. */
final class Orders {
    private final Stage stage;

    Orders(Stage stage) {
        this.stage = stage;
    }

    void place(Dice dice, int visitor, Source source, long at, String prefix, int[] basket) {
        String order = prefix + "-" + Long.toString(at / 1000, 36);
        boolean cancelled = dice.chance(0.03);
        long cancelledAt = at + (long) dice.exponential(18 * 3_600_000.0) + 600_000;
        for (int i = 0; i < basket.length; i++) {
            Company.Product product = Company.PRODUCTS.get(basket[i]);
            int quantity = 1 + dice.weighted(70, 20, 7, 3);
            String content = dice.uuid();
            if (stage.isOver(at)) {
                continue;
            }
            Sheet sheet = stage.sheets().lines;
            sheet.add(order + "-" + (i + 1))
                    .add(order)
                    .add(visitor)
                    .add(stage.numbers().channel(source.channel))
                    .at(at);
            sheet.add(product.name()).add(quantity).cents(product.cents() * quantity);
            if (cancelled && !stage.isOver(cancelledAt)) {
                sheet.at(cancelledAt);
            } else {
                sheet.none();
            }
            sheet.add(source.campaign.isEmpty() ? null : source.campaign);
            sheet.add(stage.numbers().importId()).add(content).end();
        }
    }
}
