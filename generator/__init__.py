"""Plans of communities as an accessible static site: YAML -> records -> model -> views -> pages -> theme."""
