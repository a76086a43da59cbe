package dev.rapport.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.ingest.file.ArchiveLimits;
import dev.rapport.ingest.file.UploadSample;
import dev.rapport.ingest.mapping.Mapping.TraitColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingSuggestionTest {
    @TempDir
    Path folder;

    @Test
    void shopEventsAreEventsThoughTheyNameAPlatform() {
        UploadSample shop = sample("""
                user_id,session_id,event,timestamp,platform,acquisition_channel,user_cohort,user_lifecycle
                user_0000,sess_000001,home,2024-03-13 10:21:14,desktop,email,2024-01,returning
                user_0001,sess_000002,catalog,2024-03-13 10:22:10,mobile,organic,2024-02,new
                """);
        Mapping mapping = suggested(shop);
        assertThat(columns(mapping))
                .isEqualTo("events at=timestamp channel=acquisition_channel customer=user_id event=event");
        assertThat(mapping.traits())
                .containsExactly(
                        new TraitColumn("user_cohort", "user_cohort", false, true),
                        new TraitColumn("user_lifecycle", "user_lifecycle", true, true));
    }

    @Test
    void churnersAreSubscriptionsWithTheirContract() {
        UploadSample telco = sample("""
                customerID,gender,SeniorCitizen,Partner,tenure,InternetService,Contract,PaymentMethod,MonthlyCharges,TotalCharges,Churn
                7590-VHVEG,Female,0,Yes,1,DSL,Month-to-month,Electronic check,29.85,29.85,No
                5575-GNVDE,Male,0,No,34,DSL,One year,Mailed check,56.95,1889.5,No
                """);
        Mapping mapping = suggested(telco);
        assertThat(columns(mapping)).isEqualTo("subscriptions amount=MonthlyCharges customer=customerID plan=Contract");
        assertThat(mapping.traits())
                .contains(
                        new TraitColumn("gender", "gender", false, true),
                        new TraitColumn("Contract", "Contract", false, true));
    }

    @Test
    void linesOfAShopsExportAreOrdersWithoutTheirOrdersTotal() {
        UploadSample shopify = sample("""
                Name,Email,Financial Status,Paid at,Currency,Subtotal,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price
                #1001,a@example.org,paid,2026-01-02 10:00:00 +0100,EUR,20,25,2026-01-02 10:00:00 +0100,2,Mug,5
                #1001,a@example.org,,,,,,2026-01-02 10:00:00 +0100,1,Cup,10
                """);
        assertThat(columns(suggested(shopify)))
                .isEqualTo(
                        "orders at=Created at currency=Currency email=Email order=Name price=Lineitem price product=Lineitem name"
                                + " quantity=Lineitem quantity status=Financial Status total=Total");
    }

    @Test
    void namesOfPeopleAreNoOrderNumbers() {
        UploadSample people = sample("""
                customer_id,name,email,Plan,Region,Birth year,notes
                1,Ann Smith,a@example.org,pro,north,1980,x
                2,Bob Jones,b@example.org,free,south,1991,y
                """);
        Mapping mapping = suggested(people);
        assertThat(columns(mapping)).isEqualTo("people customer=customer_id email=email name=name");
        assertThat(mapping.traits())
                .extracting(trait -> trait.trait() + " " + trait.dated() + " " + trait.group())
                .containsExactly("plan false true", "region false true", "birth_year false true");
    }

    @Test
    void manyValuesMakeNoGroup() {
        StringBuilder rows = new StringBuilder("customer_id,name,city\n");
        for (int i = 0; i < 40; i++) {
            rows.append(i)
                    .append(",Ann ")
                    .append((char) ('A' + i % 26))
                    .append(",city ")
                    .append(i)
                    .append('\n');
        }
        assertThat(suggested(sample(rows.toString())).traits()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tickets       | Id,Requester,Requester id,Requester email,Status,Subject,Created at,Solved at,Priority,Via,Ticket type,Reopens
            tickets       | number,caller_id,opened_at,contact_type,category,priority,resolved_at,closed_at,reopen_count
            orders        | InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            orders        | order_id,customer_id,order_date,total
            campaign-days | Day,Campaign,Ad group,Currency code,Impr.,Clicks,Cost,Conversions
            campaign-days | Campaign name,Day,Amount spent (EUR),Impressions,Link clicks,Reach
            responses     | RESPNUM,INTDATE,NETPRO,inferred_date,AIRLINE
            responses     | Response ID,Email,Survey,Score,Comment,Submitted at
            invitations   | Invitation ID,Survey,Sent at,Customer ID
            mentions      | tweet_id,airline_sentiment,airline,text,tweet_created,user_timezone
            posts         | Post ID,Platform,Published at,Caption,Likes,Shares,Comments
            subscriptions | subscription_id,customer_id,start_date,end_date,mrr,plan
            people        | customer_id,email,full name,signup date,country
            events        | message id,anonymous id,user id,event,timestamp,page url,referrer,utm_source
            events        | distinct_id,event name,time,utm_source,utm_campaign
            """)
    void theColumnsTell(String target, String header) {
        String row = ",".repeat((int) header.chars().filter(c -> c == 0x2c).count());
        assertThat(MappingSuggestion.target(sample(header + "\n" + row + "\n")).key())
                .isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource({
        "retentioneering_ecom/ecom.csv, events",
        "servicenow_incidents/incident_event_log.zip, tickets",
        "online_retail/online_retail_by_day.tar.gz, orders",
        "sfo_nps_2017/fact_survey.csv, responses",
        "telco_churn/Telco-Customer-Churn.csv, subscriptions"
    })
    void filesOfOthersTell(String file, String target) throws IOException {
        String given = System.getenv("RAPPORT_REAL_DATA");
        Path path = Path.of(given == null ? "../shared/data" : given).resolve(file);
        Assumptions.assumeTrue(Files.exists(path), "no folder with real data");
        UploadSample sample = UploadSample.of(path, new ArchiveLimits(1L << 32, 200), UploadSample.Wanted.NOTHING);
        assertThat(MappingSuggestion.target(sample).key()).isEqualTo(target);
    }

    private static Mapping suggested(UploadSample sample) {
        return MappingSuggestion.mapping(MappingSuggestion.target(sample), sample, "UTC");
    }

    private static String columns(Mapping mapping) {
        StringBuilder columns = new StringBuilder(mapping.target());
        new TreeMap<>(mapping.fields())
                .forEach((field, binding) ->
                        columns.append(' ').append(field).append('=').append(String.join("+", binding.columns())));
        return columns.toString();
    }

    private UploadSample sample(String content) {
        try {
            Path file = Files.writeString(folder.resolve("sample.csv"), content);
            return UploadSample.of(
                    file,
                    new ArchiveLimits(1L << 32, 200),
                    new UploadSample.Wanted(Optional.empty(), Optional.of(','), Optional.empty(), Optional.of(true)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
