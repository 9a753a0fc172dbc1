"""Sizes of a window, in CSS pixels."""

WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 320, "height": 640}
