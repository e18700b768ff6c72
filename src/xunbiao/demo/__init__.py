"""A seed → the files and commits of an example campaign; no module that computes results imports it."""

from xunbiao.demo.story import campaign_commits

__all__ = ["campaign_commits"]
