package dev.rapport.channel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What speaks of a channel, kind by kind, with how often. */
record ChannelUse(String kind, long count) {
    /** Tables by the name under which they are shown. */
    private static final List<String[]> SPEAKING = List.of(
            new String[] {"tickets", "ticket_record"},
            new String[] {"responses", "response"},
            new String[] {"invitations", "invitation"},
            new String[] {"orders", "order_line"},
            new String[] {"subscriptions", "subscription"},
            new String[] {"campaign-days", "campaign_day"},
            new String[] {"posts", "post"},
            new String[] {"mentions", "mention"},
            new String[] {"rules", "channel_rule"},
            new String[] {"targets", "target"},
            new String[] {"annotations", "annotation"});

    static List<ChannelUse> of(Connection connection, short channel) throws SQLException {
        List<ChannelUse> uses = new ArrayList<>();
        for (String[] speaking : SPEAKING) {
            add(
                    connection,
                    uses,
                    speaking[0],
                    "select count(*) from " + speaking[1] + " where channel_id = ?",
                    channel);
        }
        add(
                connection,
                uses,
                "arrivals",
                "select count(*) from traffic_source where ? in (channel_id, given_channel_id)",
                channel);
        return uses;
    }

    private static void add(Connection connection, List<ChannelUse> uses, String kind, String sql, short channel)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setShort(1, channel);
            try (var row = statement.executeQuery()) {
                if (row.next() && row.getLong(1) > 0) {
                    uses.add(new ChannelUse(kind, row.getLong(1)));
                }
            }
        }
    }
}
