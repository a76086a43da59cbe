package dev.rapport.fact;

/** Says in SQL how facts name an agent: nobody, where the settings forbid that names of agents are shown. */
public final class AgentName {
    private AgentName() {}

    /**
     * SQL of a text. Whatever selects an agent for a page, a file or an answer goes through here, so that the setting holds
     * wherever names could be read.
     */
    public static String shown(String column) {
        return "(case when not (select agents_hidden from settings) then " + column + " end)";
    }
}
