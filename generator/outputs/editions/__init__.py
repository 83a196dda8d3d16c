"""Editions of a plan for paper, ears and fingers: one content, written as tagged PDF, EPUB and Braille."""
