"""Official words as people say them: for the ear, beside the words of the document, never in their place.

Pure. `spoken` takes what a document writes («ІІ–ІІІ квартал 2025», «42 010,0 тис. грн») and gives what is heard
(«другий і третій квартал 2025 року», «сорок два мільйони десять тисяч гривень»). Plain text comes back as it was.
"""

from generator.language.spoken.heard import Reading, reading, spoken
from generator.language.spoken.stumbles import is_speakable, stumbles

__all__ = ["Reading", "is_speakable", "reading", "spoken", "stumbles"]
