// All follow-up plans. Parameters: none.
// Scan: there is one a treatment category.
MATCH (plan:FollowUpPlan)
RETURN plan.category AS category, plan.hours AS hours, plan.days AS days, plan.monthsBeforeEnd AS monthsBeforeEnd
ORDER BY plan.category
