"""«Робоче місце»: a plan kept as a table of fields, without a server; pure, asked and answered in JSON by a page."""
