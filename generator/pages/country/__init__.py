"""Pages of a site of many communities, made of summaries alone: oblast by oblast, each small enough for a phone."""
