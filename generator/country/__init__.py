"""What every site of the country gets, whichever communities it tells of: topics, words, known forms."""
