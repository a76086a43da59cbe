package dev.rapport.ingest.mapping;

import static dev.rapport.ingest.mapping.FactField.choice;
import static dev.rapport.ingest.mapping.FactField.decimal;
import static dev.rapport.ingest.mapping.FactField.id;
import static dev.rapport.ingest.mapping.FactField.moment;
import static dev.rapport.ingest.mapping.FactField.text;
import static dev.rapport.ingest.mapping.FactField.truth;
import static dev.rapport.ingest.mapping.FactField.whole;

import java.util.List;

/** What rows about money can say: orders, what was given back, subscriptions. */
final class MoneyFields {
    private static final long MOST = 99_999_999_999L;

    static final FactField CURRENCY = text(MoneyConversion.CURRENCY, 60)
            .like(
                    "currency code",
                    "order currency",
                    "transaction currency",
                    "presentment currency",
                    "price currency",
                    "iso currency",
                    "currency iso code",
                    "währung",
                    "waehrung",
                    "devise",
                    "moneda",
                    "moeda",
                    "valuta",
                    "waluta");

    static final FactField ORIGINAL = decimal("original").worked();
    static final FactField RATE = decimal("rate").worked();

    /** Words for what became of an order or a payment, and for rows that are none. */
    private static final String[] STATES = {
        OrderLine.ORDER,
        "orders|sale|sales|purchase|payment|charge|invoice|paid|complete|completed|succeeded|success|successful|captured"
                + "|settled|shipped|delivered|fulfilled|processing|in progress|ready|open|closed|confirmed|accepted|approved"
                + "|authorized|authorised|partially paid|partially fulfilled|partially shipped|dispatched|ok|done|active"
                + "|wc completed|wc processing|website payment|payment received"
                + "|bezahlt|abgeschlossen|versandt|bestellung|payé|payée|expédié|commande|pagado|pagada|enviado|pedido|pago",
        OrderLine.REFUND,
        "refunds|payment refund|partial refund of payment|return|returns|credit|credit note|credit memo|creditmemo|chargeback|reversal|gutschrift|erstattung|retoure"
                + "|storno|avoir|remboursement|retour|devolución|devolucion|reembolso|rimborso|reso|terugbetaling",
        OrderLine.REFUNDED,
        "fully refunded|wc refunded|returned|charged back|erstattet|remboursé|remboursée|reembolsado|rimborsato",
        OrderLine.PARTLY,
        "partially refunded|partial refund|partly refunded|partial refunded|teilweise erstattet|partiellement remboursé",
        OrderLine.NONE,
        "cancelled|canceled|void|voided|failed|failure|declined|denied|rejected|expired|error|abandoned|incomplete|draft"
                + "|payout|payouts|transfer|withdrawal|deposit|bank deposit|fee|fees|stripe fee|topup|top up|general withdrawal"
                + "|currency conversion|general currency conversion|wc cancelled|wc failed|trash|deleted|test|invalid|blocked|uncaptured|not paid|payment failed|storniert|abgebrochen|fehlgeschlagen"
                + "|annulé|annulée|échoué|cancelado|cancelada|fallido|annullato|geannuleerd"
    };

    static final List<FactField> ORDERS = List.of(
            ImportTargets.KEY.like("line id", "order line id", "item id", "line item id"),
            id("order")
                    .need()
                    .like(
                            "order id",
                            "order number",
                            "order no",
                            "order #",
                            "invoice",
                            "invoice no",
                            "invoice number",
                            "invoice id",
                            "transaction id",
                            "payment id",
                            "charge id",
                            "name",
                            "id"),
            ImportTargets.CUSTOMER,
            ImportTargets.EMAIL.like("billing email", "buyer email", "contact email"),
            id("phone").like("phone number", "mobile", "telephone", "billing phone", "customer phone"),
            ImportTargets.AT
                    .need()
                    .like(
                            "order date",
                            "ordered at",
                            "invoice date",
                            "purchase date",
                            "order time",
                            "created date",
                            "date created",
                            "order created",
                            "payment date",
                            "transaction date",
                            "sale date",
                            "created",
                            "paid at"),
            text("product", 500)
                    .like("description", "product name", "lineitem name", "item", "sku", "stock code", "product id"),
            decimal("quantity").like("qty", "units", "lineitem quantity", "item quantity", "quantity ordered"),
            decimal("price").like("unit price", "item price", "lineitem price", "price each", "unit cost"),
            decimal("amount")
                    .like(
                            "total",
                            "line total",
                            "revenue",
                            "order total",
                            "sales",
                            "value",
                            "net amount",
                            "net total",
                            "net sales",
                            "total amount",
                            "order amount",
                            "order value",
                            "total price",
                            "grand total",
                            "amount paid",
                            "total paid",
                            "subtotal",
                            "total sales",
                            "gross",
                            "order total amount",
                            "gross amount",
                            "gross sales"),
            decimal("total").like("total including tax", "total charged"),
            CURRENCY,
            decimal("discount")
                    .like(
                            "discount amount",
                            "total discount",
                            "discounts",
                            "total discounts",
                            "line discount",
                            "lineitem discount",
                            "order discount",
                            "cart discount",
                            "cart discount amount",
                            "coupon amount",
                            "discount total",
                            "discount %",
                            "discount percent",
                            "discount rate",
                            "discount value",
                            "rabatt",
                            "remise",
                            "descuento",
                            "sconto",
                            "korting"),
            decimal("shipping")
                    .like(
                            "shipping cost",
                            "shipping costs",
                            "shipping amount",
                            "shipping price",
                            "shipping total",
                            "shipping fee",
                            "total shipping",
                            "order shipping",
                            "order shipping amount",
                            "delivery",
                            "delivery cost",
                            "delivery fee",
                            "postage",
                            "freight",
                            "versand",
                            "versandkosten",
                            "frais de port"),
            decimal("tax")
                    .like(
                            "taxes",
                            "tax amount",
                            "total tax",
                            "order tax",
                            "sales tax",
                            "vat",
                            "vat amount",
                            "gst",
                            "order tax amount",
                            "order total tax amount",
                            "total taxes",
                            "mwst",
                            "ust",
                            "tva",
                            "iva",
                            "btw"),
            decimal("refunded")
                    .like(
                            "refunded amount",
                            "amount refunded",
                            "refund",
                            "refund amount",
                            "refund total",
                            "refunds",
                            "total refunded",
                            "total refunds",
                            "order refund amount",
                            "returned amount",
                            "erstattet",
                            "remboursé",
                            "reembolso"),
            moment("refunded_at")
                    .like("refund date", "refunded date", "refunded on", "date refunded", "refund time", "returned at"),
            choice("status", STATES)
                    .like(
                            "financial status",
                            "payment status",
                            "order status",
                            "transaction status",
                            "state",
                            "order state",
                            "payment state"),
            choice("type", STATES).like("transaction type", "order type", "record type", "row type", "kind", "typ"),
            id("refund_of")
                    .like(
                            "original order",
                            "original order id",
                            "original order number",
                            "parent order",
                            "parent order id",
                            "parent order number",
                            "refunded order",
                            "refund for",
                            "original invoice",
                            "credited invoice",
                            "parent id"),
            decimal("converted").like("converted amount"),
            text("converted_currency", 60),
            ImportTargets.CHANNEL,
            moment("cancelled").like("cancelled at", "canceled at", "cancelled date", "cancelled on", "voided at"),
            text("campaign", 300).like("utm campaign"),
            truth("refund").worked(),
            ORIGINAL,
            RATE);

    static final List<FactField> SUBSCRIPTIONS = List.of(
            ImportTargets.KEY.like("subscription id", "subscription", "contract id", "id"),
            ImportTargets.CUSTOMER,
            ImportTargets.EMAIL,
            moment("started")
                    .need()
                    .like(
                            "started at",
                            "start date",
                            "start",
                            "start time",
                            "signup date",
                            "created at",
                            "activated at"),
            moment("ended")
                    .like(
                            "ended at",
                            "end date",
                            "end",
                            "ended",
                            "expired at",
                            "cancelled at",
                            "canceled at",
                            "churned at",
                            "churn date",
                            "cancellation date"),
            decimal("amount")
                    .need()
                    .between(0, MOST)
                    .like(
                            "monthly amount",
                            "monthly charges",
                            "mrr",
                            "price",
                            "monthly price",
                            "monthly revenue",
                            "monthly recurring revenue",
                            "plan amount",
                            "plan price",
                            "unit amount",
                            "unit price",
                            "recurring amount",
                            "recurring price",
                            "subscription amount",
                            "arr",
                            "annual amount",
                            "annual price",
                            "annual revenue",
                            "yearly price",
                            "yearly amount"),
            CURRENCY,
            text("interval", 100)
                    .like(
                            "billing interval",
                            "billing period",
                            "billing cycle",
                            "billing frequency",
                            "billing",
                            "billed",
                            "plan interval",
                            "period",
                            "period unit",
                            "term",
                            "frequency",
                            "cycle",
                            "recurrence",
                            "payment frequency",
                            "payment interval",
                            "intervall",
                            "abrechnung",
                            "périodicité",
                            "intervalo"),
            whole("interval_count", 1, 1_000)
                    .like("billing interval count", "plan interval count", "period count", "billing period count"),
            decimal("quantity")
                    .between(0, MOST)
                    .like("qty", "seats", "licenses", "licences", "units", "number of seats"),
            decimal("discount").like("discount amount", "discount %", "discount percent", "percent off", "amount off"),
            choice(
                            "status",
                            SubscriptionPrice.PAYS,
                            "active|past due|live|current|running|renewed|non renewing|dunning|in dunning|grace|grace period"
                                    + "|paid|paying|overdue|aktiv|actif|activo|attivo|actief",
                            SubscriptionPrice.TRIAL,
                            "trialing|trialling|in trial|on trial|free trial|trial active|evaluation|testphase|essai|prueba",
                            SubscriptionPrice.ENDED,
                            "canceled|cancelled|expired|churned|terminated|inactive|lapsed|unpaid|paused|suspended|finished"
                                    + "|completed|deactivated|closed|on hold|gekündigt|beendet|résilié|annulé|cancelado",
                            SubscriptionPrice.NONE,
                            "incomplete|incomplete expired|free|freemium|pending|future|not started|draft|rejected|failed")
                    .like("subscription status", "state", "subscription state"),
            moment("trial_ended")
                    .like(
                            "trial end",
                            "trial ends at",
                            "trial ended at",
                            "trial end date",
                            "trial ends",
                            "trial until"),
            text("plan", 300).like("contract", "product", "tier", "subscription type"),
            ImportTargets.CHANNEL,
            ORIGINAL,
            RATE);

    private MoneyFields() {}
}
