package dev.rapport.demo.data;

/** Simulates orders of one to four lines, three in a hundred cancelled. */
final class OrderSimulation {
    private final Simulation simulation;

    OrderSimulation(Simulation simulation) {
        this.simulation = simulation;
    }

    void place(SeededRandom random, int visitor, VisitOrigin source, long at, String prefix, int[] basket) {
        String order = prefix + "-" + Long.toString(at / 1000, 36);
        boolean cancelled = random.chance(0.03);
        long cancelledAt = at + (long) random.exponential(18 * 3_600_000.0) + 600_000;
        for (int i = 0; i < basket.length; i++) {
            DemoCompany.Product product = DemoCompany.PRODUCTS.get(basket[i]);
            int quantity = 1 + random.weighted(70, 20, 7, 3);
            String content = random.uuid();
            if (simulation.isOver(at)) {
                continue;
            }
            CopyBuffer rows = simulation.buffers().lines;
            rows.add(order + "-" + (i + 1))
                    .add(order)
                    .add(visitor)
                    .add(simulation.ids().channel(source.channel))
                    .at(at);
            rows.add(product.name()).add(product.category()).add(quantity).cents(product.cents() * quantity);
            if (cancelled && !simulation.isOver(cancelledAt)) {
                rows.at(cancelledAt);
            } else {
                rows.none();
            }
            rows.add(source.campaign.isEmpty() ? null : source.campaign);
            rows.add(simulation.ids().importId()).add(content).end();
        }
    }
}
