"""Pictures in matplotlib: a folder for each kind, and beside them what they share.

`kinds.KINDS` lists the kinds; each is one `Kind`, which stands in its folder's `kind.py`.
"""
