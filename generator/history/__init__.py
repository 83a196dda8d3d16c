"""Versions of plans/ to dated changes."""
