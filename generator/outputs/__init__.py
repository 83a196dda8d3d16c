"""Everything published beside the pages: data files, calendars, feeds, QR codes, what machines read in pages."""
