package dev.rapport.team;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Stores how the whole installation reports. There is one. */
@Entity
public class Settings extends PanacheEntityBase {
    private static final int ONLY = 1;

    @Id
    public int id = ONLY;

    /** Reporting time zone, an IANA name. */
    @Column(columnDefinition = "text")
    public String zone = "UTC";

    /** ISO: 1 is Monday. */
    @Column(name = "week_start")
    public int weekStart = 1;

    /** ISO 4217; all money is kept in it. */
    @Column(columnDefinition = "text")
    public String currency = "EUR";

    /** Who counts as a customer: {@code auto}, {@code subscription} or {@code orders}. */
    @Column(name = "customer_rule", columnDefinition = "text")
    public String customerRule = "auto";

    /** A shop's customer is one who ordered within so many days. */
    @Column(name = "churn_window_days")
    public int churnWindowDays = 90;

    /** {@code small} or {@code large}: benchmarks that speak of the size of a company are chosen by it. */
    @Column(name = "company_size", columnDefinition = "text")
    public String companySize = "small";

    @Column(name = "default_goal_id")
    public @Nullable Integer defaultGoalId;

    /** The event by which customers sign up; null: they begin when first seen under their customer number. */
    @Column(name = "sign_up_event", columnDefinition = "text")
    public @Nullable String signUpEvent;

    /** The event that shows that a new customer has arrived; null: doing anything. */
    @Column(name = "first_week_event", columnDefinition = "text")
    public @Nullable String firstWeekEvent;

    /** On how many of the first seven days. */
    @Column(name = "first_week_days")
    public int firstWeekDays = 2;

    /** Whether only people who pay when they use the product count as using it. */
    @Column(name = "product_customers_only")
    public boolean productCustomersOnly;

    /** How much a like of a post weighs in its engagement. */
    @Column(name = "weight_likes")
    public BigDecimal weightLikes = BigDecimal.ONE;

    @Column(name = "weight_shares")
    public BigDecimal weightShares = BigDecimal.ONE;

    @Column(name = "weight_comments")
    public BigDecimal weightComments = BigDecimal.ONE;

    @Column(name = "weight_saves")
    public BigDecimal weightSaves = BigDecimal.ONE;

    @Column(name = "weight_clicks")
    public BigDecimal weightClicks = BigDecimal.ZERO;

    /** In how many days after the first all steps of the journey must be taken. */
    @Column(name = "journey_window_days")
    public int journeyWindowDays = 30;

    /** Whether {@code /a/} is another page than {@code /a}. */
    @Column(name = "page_slash_matters")
    public boolean pageSlashMatters;

    /** On average, in the reporting currency; null while nobody has said. */
    @Column(name = "cost_per_ticket")
    public @Nullable BigDecimal costPerTicket;

    /** Whether nothing that is shown or answered names the agents of support. */
    @Column(name = "agents_hidden")
    public boolean agentsHidden;

    /** Whether the revenue of an order holds what its customer pays for shipping. */
    @Column(name = "revenue_with_shipping")
    public boolean revenueWithShipping;

    /** Whether it holds the tax. */
    @Column(name = "revenue_with_tax")
    public boolean revenueWithTax;

    @Column(name = "updated_at")
    public Instant updatedAt = Instant.EPOCH;

    /** The settings in force; migrations make them. */
    public static Settings current() {
        return Settings.<Settings>findByIdOptional(ONLY).orElseThrow();
    }

    public ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    public DayOfWeek firstDayOfWeek() {
        return DayOfWeek.of(weekStart);
    }

    public Currency money() {
        return Currency.getInstance(currency);
    }
}
