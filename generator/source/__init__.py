"""A file's text to plain data in which every key knows its place; problems and how they are told."""
