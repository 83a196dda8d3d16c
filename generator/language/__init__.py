"""Everything Ukrainian: terms, letters, stems, romanisation; knows nothing of plans."""
