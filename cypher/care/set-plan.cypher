// Sets the follow-up plan of a treatment category. Parameters: $category, $hours, $days, $monthsBeforeEnd.
MERGE (plan:FollowUpPlan {category: $category})
SET plan.hours = $hours, plan.days = $days, plan.monthsBeforeEnd = $monthsBeforeEnd
RETURN plan.category AS category, plan.hours AS hours, plan.days AS days, plan.monthsBeforeEnd AS monthsBeforeEnd
