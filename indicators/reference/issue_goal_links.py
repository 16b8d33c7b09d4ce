"""The first links between issues and goals; afterwards they belong to the platform team, which edits them."""

from indicators.reference.loading import GetModel, rows


def load_issue_goal_links(get_model: GetModel) -> None:
    """Write the links of `issue_goal_links.csv` where there are none yet."""
    IssueGoalLink = get_model("IssueGoalLink")
    if IssueGoalLink.objects.exists():
        return
    IssueGoalLink.objects.bulk_create(
        IssueGoalLink(issue_id=int(row["issue"]), goal_id=int(row["goal"]), strength=row["strength"])
        for row in rows("issue_goal_links.csv")
    )
