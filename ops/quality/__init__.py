"""`make quality`: every page of the served demo, looked at with a browser, against the budgets of the design."""
