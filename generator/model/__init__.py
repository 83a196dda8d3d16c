"""The facts, resolved: every measure knows its executors, term and reports; every record its place and address."""
