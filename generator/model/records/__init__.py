"""The shape of the YAML files, field by field: what a person may write. Nothing here is derived."""
