"""What every site of the country gets, whichever communities it tells of: known forms of documents."""
