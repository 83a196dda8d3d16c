"""Everything published beside the pages: data files, calendars, feeds, QR codes, what machines read in pages."""

from generator.outputs.assets import all_assets

__all__ = ["all_assets"]
