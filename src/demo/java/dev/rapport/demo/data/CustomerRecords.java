package dev.rapport.demo.data;

/** Writes what is known of a customer from the day they sign up: person, identities, traits. */
final class CustomerRecords {
    private final Simulation simulation;
    private final SimulatedCustomer who;
    private final int[] devices;

    CustomerRecords(Simulation simulation, SimulatedCustomer who, int[] devices) {
        this.simulation = simulation;
        this.who = who;
        this.devices = devices;
    }

    void write(long joinedAt) {
        int importId = simulation.ids().importId();
        CopyBuffers buffers = simulation.buffers();
        buffers.persons
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
        trait(simulation, who, "region", who.region);
        trait(simulation, who, "birth_year", Integer.toString(who.birthYear));
        trait(simulation, who, "industry", who.industry);
        trait(simulation, who, "company_size", DemoCompany.SIZES.get(who.size));
    }

    private void visitor(int number, String key, long at) {
        simulation
                .buffers()
                .visitors
                .add(number)
                .add(key)
                .add(who.person)
                .at(at)
                .add(simulation.ids().importId())
                .end();
    }

    private static void trait(Simulation simulation, SimulatedCustomer who, String trait, String value) {
        CopyBuffer rows = simulation.buffers().traits;
        rows.add(who.known)
                .add(trait)
                .add(value)
                .add("-infinity")
                .add(simulation.ids().importId())
                .end();
    }

    static void trait(Simulation simulation, SimulatedCustomer who, String trait, String value, long since) {
        CopyBuffer rows = simulation.buffers().traits;
        rows.add(who.known)
                .add(trait)
                .add(value)
                .at(since)
                .add(simulation.ids().importId())
                .end();
    }
}
