"""Files to a catalogue: validated, resolved, every problem with its place."""
