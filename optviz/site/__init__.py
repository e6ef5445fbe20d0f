"""The whole of optviz as a folder of static pages: live races, lessons, definitions, guides.

`build` writes it. It opens from a folder and from any host under any path, and asks no other host.
"""

from optviz.site.build import build

__all__ = ["build"]
