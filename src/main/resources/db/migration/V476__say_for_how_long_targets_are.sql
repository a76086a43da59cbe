-- A target of what depends on the length of its period is for a length; those that did not say were set for months, as the
-- pages that showed them begin with 30 days.
update target set span = 'month'
where span is null
  and metric in ('churn_rate', 'retention_rate', 'revenue_churn', 'net_growth', 'conversion_rate', 'unique_visitors',
                 'new_visitor_share', 'feature_usage', 'acquired_customers', 'new_customers', 'purchase_frequency',
                 'tickets_per_100_customers');
