"""A package as one page to look at: its text with every span marked, its tables, and charts that answer at a glance.

The page holds all it shows, downloads included: it works from disk and from any host, and asks for nothing.
"""
